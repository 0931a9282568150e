import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { AttributeCriterion } from '#shared/contract/attributeRules.ts';
import { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import styles from './CriteriaCard.module.css';

type Values = Extract<AttributeCriterion['earns'], { kind: 'values' }>;

interface KnownValuesProps {
  readonly field: string;
  /** Words of the industries that the set is for. */
  readonly industries: readonly string[];
  readonly earns: Values;
  readonly onChange: (earns: Values) => void;
}

const MOST_SHOWN = 12;

/** What stands in the workspace's own records and no level has yet, most frequent first; a choice puts it on a level. */
export function KnownValues({ field, industries, earns, onChange }: KnownValuesProps) {
  const t = useT();
  const format = useFormat();
  const values =
    useOperationQuery(attributeScoreContract.values, { field, industries: [...industries] }).data?.values ?? [];
  const { choices } = earns;
  const isOnLevel = (value: string): boolean => {
    const folded = foldName(value);
    return choices.some(({ words, match }) =>
      words.some((word) => foldName(word) === folded || (match === 'contains' && folded.includes(foldName(word)))),
    );
  };
  const left = values.filter(({ value }) => !isOnLevel(value)).slice(0, MOST_SHOWN);
  if (left.length === 0) return null;
  const put = (value: string, place: number | null) =>
    onChange({
      ...earns,
      choices:
        place === null
          ? [...choices, { words: [value], match: 'exact', points: 50 }]
          : choices.map((choice, index) => (index === place ? { ...choice, words: [...choice.words, value] } : choice)),
    });
  return (
    <div className={styles.suggestions}>
      <span className={styles.quiet}>{t('attributes.level.known')}</span>
      {left.map(({ value, count }) => (
        <Menu
          key={value}
          items={[
            ...choices.map(({ points, words }, index) => ({
              key: String(index),
              label: t('attributes.level.putOn', { points, word: words[0] ?? '' }),
              onSelect: () => put(value, index),
            })),
            { key: 'new', label: t('attributes.level.putNew'), onSelect: () => put(value, null) },
          ]}
        >
          <button type="button" className={styles.chip}>
            {value} {format.number(count)}
          </button>
        </Menu>
      ))}
    </div>
  );
}

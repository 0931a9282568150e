import { useT } from '#renderer/platform/language.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { AttributeChoice, AttributeCriterion, AttributeProblem } from '#shared/contract/attributeRules.ts';
import styles from './CriteriaCard.module.css';
import { KnownValues } from './KnownValues.tsx';
import { LevelList } from './LevelList.tsx';
import { WordsInput } from './WordsInput.tsx';

type Values = Extract<AttributeCriterion['earns'], { kind: 'values' }>;

interface ChoiceLevelsProps {
  readonly field: string;
  readonly industries: readonly string[];
  readonly earns: Values;
  readonly path: string;
  readonly problems: readonly AttributeProblem[];
  readonly onChange: (earns: Values) => void;
}

/** Levels over words: points, how a word must fit, the words. */
export function ChoiceLevels({ field, industries, earns, path, problems, onChange }: ChoiceLevelsProps) {
  const t = useT();
  const { choices } = earns;
  const set = (next: AttributeChoice[]) => onChange({ ...earns, choices: next });
  return (
    <>
      <LevelList
        levels={choices}
        path={`${path}.choices`}
        problems={problems}
        next={(): AttributeChoice => ({ words: [], match: 'contains', points: 50 })}
        onChange={set}
      >
        {(choice, index) => (
          <>
            <span className={styles.match}>
              <Select
                size="small"
                aria-label={t('attributes.level.matchOf', { place: index + 1 })}
                value={choice.match}
                options={[
                  { value: 'contains', label: t('attributes.level.contains') },
                  { value: 'exact', label: t('attributes.level.exact') },
                ]}
                onChange={(match) =>
                  set(choices.with(index, { ...choice, match: match === 'exact' ? 'exact' : 'contains' }))
                }
              />
            </span>
            <span className={styles.words}>
              <WordsInput
                size="small"
                aria-label={t('attributes.level.wordsOf', { place: index + 1 })}
                words={choice.words}
                placeholder={t('attributes.level.wordsHint')}
                onChange={(words) => set(choices.with(index, { ...choice, words }))}
              />
            </span>
          </>
        )}
      </LevelList>
      <KnownValues field={field} industries={industries} earns={earns} onChange={onChange} />
    </>
  );
}

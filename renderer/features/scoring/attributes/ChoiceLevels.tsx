import { Plus } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { AttributeChoice, AttributeCriterion, AttributeProblem } from '#shared/contract/attributeRules.ts';
import styles from './CriteriaCard.module.css';
import { KnownValues } from './KnownValues.tsx';
import { ProblemLines } from './ProblemLines.tsx';
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
      <ul className={styles.levels}>
        {choices.map((choice, index) => (
          // A level has no name of its own: its place is what it is.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <div className={styles.level}>
              <span className={styles.points}>
                <NumberInput
                  size="small"
                  minimum={0}
                  maximum={100}
                  aria-label={t('attributes.level.pointsOf', { place: index + 1 })}
                  value={choice.points}
                  onChange={(points) => set(choices.with(index, { ...choice, points: points ?? 0 }))}
                />
                {t('attributes.level.points')}
              </span>
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
              <DeleteButton
                label={t('attributes.level.remove', { place: index + 1 })}
                onDelete={() => set(choices.toSpliced(index, 1))}
              />
            </div>
            <ProblemLines problems={problems} at={[`${path}.choices.${index}`]} />
          </li>
        ))}
      </ul>
      <span>
        <Button
          size="small"
          tone="quiet"
          icon={Plus}
          onClick={() => set([...choices, { words: [], match: 'contains', points: 50 }])}
        >
          {t('attributes.level.add')}
        </Button>
      </span>
      <KnownValues field={field} industries={industries} earns={earns} onChange={onChange} />
    </>
  );
}

import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DeleteButton } from '#renderer/ui/DeleteButton.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import type { AttributeProblem } from '#shared/contract/attributeRules.ts';
import styles from './CriteriaCard.module.css';
import { ProblemLines } from './ProblemLines.tsx';

interface LevelListProps<Level> {
  readonly levels: readonly Level[];
  /** Where the levels stand in the rules, for the problems of each. */
  readonly path: string;
  readonly problems: readonly AttributeProblem[];
  /** The level that the button adds. */
  readonly next: () => Level;
  readonly onChange: (levels: Level[]) => void;
  /** What earns the points of a level. */
  readonly children: (level: Level, index: number) => ReactNode;
}

/** Levels of a criterion in their order: the points of each, what earns them, and its problems. */
export function LevelList<Level extends { readonly points: number }>(props: LevelListProps<Level>) {
  const { levels, path, problems, next, onChange, children } = props;
  const t = useT();
  return (
    <>
      <ul className={styles.levels}>
        {levels.map((level, index) => (
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
                  value={level.points}
                  onChange={(points) => onChange(levels.with(index, { ...level, points: points ?? 0 }))}
                />
                {t('attributes.level.points')}
              </span>
              {children(level, index)}
              <DeleteButton
                label={t('attributes.level.remove', { place: index + 1 })}
                onDelete={() => onChange(levels.toSpliced(index, 1))}
              />
            </div>
            <ProblemLines problems={problems} at={[`${path}.${index}`]} />
          </li>
        ))}
      </ul>
      <span>
        <Button size="small" tone="quiet" icon={Plus} onClick={() => onChange([...levels, next()])}>
          {t('attributes.level.add')}
        </Button>
      </span>
    </>
  );
}

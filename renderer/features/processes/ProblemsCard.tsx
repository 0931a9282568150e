import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { DraftProblem, ProcessDraft } from '#shared/contract/processDraft.ts';
import { problemPlace } from './problemPlace.ts';
import styles from './ProblemsCard.module.css';

interface ProblemsCardProps {
  readonly draft: ProcessDraft;
  readonly problems: readonly DraftProblem[];
  readonly onOpen: (problem: DraftProblem) => void;
}

/** What keeps the draft from being published, and what deserves a second look; each leads to its place. */
export function ProblemsCard({ draft, problems, onOpen }: ProblemsCardProps) {
  const t = useT();
  const format = useFormat();
  if (problems.length === 0) return null;
  const sorted = problems.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const where = (problem: DraftProblem): string => {
    const place = problemPlace(problem.path);
    if (place === null) return t('processes.problems.whole');
    const name = draft.stages[place.stage]?.name || t('processes.stage.unnamed');
    return format.list([name, t(`processes.part.${place.part}`)]);
  };
  return (
    <Card title={errors > 0 ? t('processes.problems.title', { count: errors }) : t('processes.problems.look')} flush>
      <div className={styles.rows}>
        {sorted.map((problem) => (
          <button
            key={`${problem.path} ${problem.code}`}
            type="button"
            className={styles.row}
            onClick={() => onOpen(problem)}
          >
            <span className={styles[problem.severity]}>
              <Icon of={problem.severity === 'error' ? CircleAlert : TriangleAlert} size={14} />
            </span>
            <span>
              {t(`processes.problem.${problem.code}`)}
              <span className={styles.where}>{where(problem)}</span>
            </span>
          </button>
        ))}
      </div>
    </Card>
  );
}

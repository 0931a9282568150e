import { Plus } from 'lucide-react';
import { SortableList } from '#renderer/adapters/sortable/SortableList.tsx';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import type { DraftProblem, DraftStage, ProcessDraft } from '#shared/contract/processDraft.ts';
import { problemPlace } from './problemPlace.ts';
import styles from './StageList.module.css';

interface StageListProps {
  readonly draft: ProcessDraft;
  readonly problems: readonly DraftProblem[];
  readonly chosen: number;
  readonly onChoose: (key: string) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onAdd: () => void;
}

/** The stages in selling order; drag by the grip, or Alt ↑ and Alt ↓. */
export function StageList({ draft, problems, chosen, onChoose, onMove, onAdd }: StageListProps) {
  const t = useT();
  return (
    <Card
      title={t('processes.stages.title')}
      more={
        <Button size="small" icon={Plus} onClick={onAdd}>
          {t('processes.stages.add')}
        </Button>
      }
      flush
    >
      <div className={styles.rows}>
        <SortableList
          label={t('processes.stages.title')}
          items={draft.stages}
          centred
          keyOf={({ key }) => key}
          nameOf={({ name }) => name || t('processes.stage.unnamed')}
          onMove={onMove}
        >
          {(stage, index) => (
            <button
              type="button"
              className={classNames(styles.stage, index === chosen && styles.chosen)}
              aria-current={index === chosen || undefined}
              onClick={() => onChoose(stage.key)}
            >
              <span className={styles.name}>
                <StageTag name={stage.name || t('processes.stage.unnamed')} stageClass={stage.stageClass} />
                <Marks problems={problems.filter(({ path }) => problemPlace(path)?.stage === index)} />
              </span>
              <Facts stage={stage} />
            </button>
          )}
        </SortableList>
      </div>
    </Card>
  );
}

function Facts({ stage }: { readonly stage: DraftStage }) {
  const t = useT();
  const format = useFormat();
  const facts = [
    stage.winRateMille === null ? null : `${stage.winRateMille / 10}%`,
    stage.allowedDays === null ? null : t('processes.stages.days', { days: stage.allowedDays }),
    stage.criteria.length === 0 ? null : t('processes.stages.criteria', { count: stage.criteria.length }),
    stage.tasks.length === 0 ? null : t('processes.stages.tasks', { count: stage.tasks.length }),
  ].filter((fact) => fact !== null);
  return <span className={styles.facts}>{format.list(facts)}</span>;
}

function Marks({ problems }: { readonly problems: readonly DraftProblem[] }) {
  const t = useT();
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return <span className={styles.wrong}>{t('processes.problems.errors', { count: errors })}</span>;
  if (problems.length === 0) return null;
  return <span className={styles.odd}>{t('processes.problems.warnings', { count: problems.length })}</span>;
}

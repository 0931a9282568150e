import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { processContract } from '#shared/contract/process.contract.ts';
import type { DraftStage } from '#shared/contract/processDraft.ts';
import { compareDrafts } from '#shared/domain/processes/compareDrafts.ts';
import { DifferenceList } from './DifferenceList.tsx';
import styles from './VersionDrawer.module.css';

interface VersionDrawerProps {
  readonly versionId: string;
  readonly onClose: () => void;
}

/** A version to read: what changed since the one before, and all of its stages. */
export function VersionDrawer({ versionId, onClose }: VersionDrawerProps) {
  const t = useT();
  const { data, error, refetch } = useOperationQuery(processContract.version, { versionId });
  return (
    <Drawer
      title={data ? t('processes.version.number', { number: data.number }) : t('processes.version.title')}
      open
      onClose={onClose}
    >
      {error ? (
        <ErrorState failure={error.failure} onRetry={() => void refetch()} />
      ) : data ? (
        <div className={styles.body}>
          <section>
            <h3 className={styles.title}>{t('processes.version.changes')}</h3>
            {data.previous === null ? (
              <p className={styles.quiet}>{t('processes.version.first')}</p>
            ) : (
              <DifferenceList differences={compareDrafts(data.previous, data.body)} />
            )}
          </section>
          <section>
            <h3 className={styles.title}>{t('processes.stages.title')}</h3>
            {data.body.stages.map((stage) => (
              <StageText key={stage.key} stage={stage} />
            ))}
          </section>
        </div>
      ) : (
        <Skeleton rows={8} />
      )}
    </Drawer>
  );
}

function StageText({ stage }: { readonly stage: DraftStage }) {
  const t = useT();
  const format = useFormat();
  const facts = [
    `${(stage.winRateMille ?? 0) / 10}%`,
    stage.allowedDays === null ? null : t('processes.stages.days', { days: stage.allowedDays }),
  ].filter((fact) => fact !== null);
  const lists = [
    { key: 'criteria', rows: stage.criteria.map(({ key, text }) => ({ key, text })) },
    { key: 'tasks', rows: stage.tasks.map(({ key, title }) => ({ key, text: title })) },
    { key: 'toolkit', rows: stage.toolkit.map(({ title }) => ({ key: title, text: title })) },
  ] as const;
  return (
    <div className={styles.stage}>
      <StageTag name={stage.name} stageClass={stage.stageClass} strong />
      <span className={styles.facts}>{format.list(facts)}</span>
      {lists.map(({ key, rows }) =>
        rows.length === 0 ? null : (
          <div key={key}>
            <span className={styles.quiet}>{t(`processes.part.${key}`)}</span>
            <ul className={styles.list}>
              {rows.map((row) => (
                <li key={row.key}>{row.text}</li>
              ))}
            </ul>
          </div>
        ),
      )}
    </div>
  );
}

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import type { EntityCounts, ImportEntity } from '#shared/contract/import.contract.ts';
import type { Trial } from './importStore.ts';
import styles from './CountsTable.module.css';

export type Outcome = 'create' | 'update' | 'skip' | 'conflict' | 'errors';

/** A figure whose rows are shown. */
export interface OpenCount {
  readonly entity: ImportEntity;
  readonly outcome: Outcome;
  readonly count: number;
}

interface CountsTableProps {
  readonly trial: Trial;
  readonly open: OpenCount | null;
  readonly onOpen: (count: OpenCount) => void;
}

const outcomes = ['create', 'update', 'skip', 'conflict', 'errors'] as const;

/** What happens to the rows, by kind of record; every figure but zero opens its rows. */
export function CountsTable({ trial, open, onOpen }: CountsTableProps) {
  const t = useT();
  const format = useFormat();
  const columns: TableColumn<EntityCounts>[] = outcomes.map((outcome) => ({
    key: outcome,
    title: t(`imports.trial.${outcome}`),
    align: 'end',
    width: 110,
    cell: ({ entity, [outcome]: count }) =>
      count === 0 ? (
        <span className={styles.zero}>0</span>
      ) : (
        <OpenFigure
          strong={outcome === 'create' || outcome === 'errors'}
          open={open?.entity === entity && open.outcome === outcome}
          label={t('imports.trial.open', {
            entity: t(`imports.entity.${entity}`),
            outcome: t(`imports.trial.${outcome}`),
            count,
          })}
          onOpen={() => onOpen({ entity, outcome, count })}
        >
          {format.number(count)}
        </OpenFigure>
      ),
  }));
  return (
    <>
      <Table
        caption={t('imports.trial.title')}
        rows={trial.counts}
        rowKey={({ entity }) => entity}
        columns={[
          {
            key: 'entity',
            title: t('imports.trial.entity'),
            cell: ({ entity, implied }) => (
              <>
                <b>{t(`imports.entity.${entity}`)}</b>
                {implied > 0 ? (
                  <span className={styles.implied}>{t('imports.trial.implied', { count: implied })}</span>
                ) : null}
              </>
            ),
          },
          ...columns,
        ]}
      />
      {trial.stageChanges > 0 ? (
        <p className={styles.changes}>
          {t('imports.trial.stageChanges', { count: format.number(trial.stageChanges) })}
        </p>
      ) : null}
      <dl className={styles.legend}>
        {outcomes.map((outcome) => (
          <div key={outcome} className={styles.term}>
            <dt>{t(`imports.trial.${outcome}`)}</dt>
            <dd>{t(`imports.trial.${outcome}Hint`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

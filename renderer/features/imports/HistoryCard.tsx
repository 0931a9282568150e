import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { type Format, useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import { type EntityCounts, importContract } from '#shared/contract/import.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import styles from './HistoryCard.module.css';
import { UndoDialog } from './UndoDialog.tsx';

type Batch = OutputOf<typeof importContract.batches>[number];

/** Every import of this workspace, newest first, each with its way back. */
export function HistoryCard() {
  const t = useT();
  const format = useFormat();
  const batches = useOperationQuery(importContract.batches, {});
  const [undoing, setUndoing] = useState<Batch | null>(null);
  return (
    <Card title={t('imports.history.title')} flush>
      {batches.error ? (
        <ErrorState failure={batches.error.failure} onRetry={() => void batches.refetch()} />
      ) : batches.data?.length === 0 ? (
        <EmptyState icon={FileDown} title={t('imports.history.empty')} detail={t('imports.history.emptyHint')} />
      ) : batches.data ? (
        <Table
          caption={t('imports.history.title')}
          density="twoLine"
          rows={batches.data}
          rowKey={({ id }) => id}
          columns={columnsFor(t, format, setUndoing)}
        />
      ) : (
        <Skeleton rows={2} height={48} />
      )}
      {undoing ? <UndoDialog batch={undoing} onClose={() => setUndoing(null)} /> : null}
    </Card>
  );
}

/** What an import did, in words: 新建85个客户，更新3个产品. */
export function countsText(t: Translate, format: Format, counts: readonly EntityCounts[]): string {
  const parts = counts.flatMap(({ entity, create, update, implied }) => {
    const name = t(`imports.entity.${entity}`);
    const made = create + implied;
    return [
      ...(made > 0 ? [t('imports.history.created', { count: made, entity: name })] : []),
      ...(update > 0 ? [t('imports.history.updated', { count: update, entity: name })] : []),
    ];
  });
  return parts.length === 0 ? t('imports.history.nothing') : format.list(parts);
}

function columnsFor(t: Translate, format: Format, undo: (batch: Batch) => void): readonly TableColumn<Batch>[] {
  return [
    {
      key: 'when',
      title: t('imports.history.when'),
      width: 130,
      cell: ({ startedAt }) => <DateText at={startedAt} as="full" />,
    },
    {
      key: 'source',
      title: t('imports.history.source'),
      width: '30%',
      cell: ({ source, files }) => (
        <div className={styles.source}>
          <b>{source}</b>
          <span className={styles.files}>{format.list(files)}</span>
        </div>
      ),
    },
    { key: 'made', title: t('imports.history.made'), cell: ({ counts }) => countsText(t, format, counts) },
    { key: 'who', title: t('imports.history.who'), width: 90, cell: ({ memberName }) => memberName },
    {
      key: 'undo',
      title: t('imports.history.undo'),
      hideTitle: true,
      align: 'end',
      width: 150,
      cell: (batch) =>
        batch.undoneAt !== null ? (
          <span className={styles.undone}>{t('imports.history.undone', { when: format.instant(batch.undoneAt) })}</span>
        ) : (
          <Button
            size="small"
            disabled={!batch.canUndo}
            aria-label={t('imports.undo.title', { source: batch.source })}
            onClick={() => undo(batch)}
          >
            {t('imports.history.undo')}
          </Button>
        ),
    },
  ];
}

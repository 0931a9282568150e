import { useState } from 'react';
import { type Format, useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { type ChangeTransaction, changesContract } from '#shared/contract/changes.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import { DateText } from './DateText.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { fieldLabel, fieldValue } from './fieldText.ts';
import styles from './RecordChanges.module.css';
import { Skeleton } from './Skeleton.tsx';
import { Tag } from './Tag.tsx';

const PAGE = 50;
/** Written for thousands of records at once: not to be taken back by a button on one of them (an import has its own undo). */
const wholesale: ReadonlySet<string> = new Set(['sample', 'import.run', 'import.undo']);

interface RecordChangesProps {
  readonly entity: 'opportunity' | 'account' | 'contact' | 'lead';
  readonly id: string;
}

/** 变更记录: who changed what, when, from what; each step can be taken back. */
export function RecordChanges({ entity, id }: RecordChangesProps) {
  const t = useT();
  const [limit, setLimit] = useState(PAGE);
  const { data, error, refetch } = useOperationQuery(
    changesContract.ofRecord,
    { entity, id, limit },
    { keepPrevious: true },
  );
  const undo = useOperationCommand(changesContract.undo, { undoLabel: () => t('app.undo.done') });
  if (error) return <ErrorState failure={error.failure} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={8} />;
  return (
    <Card title={t('activities.changes.title')} flush>
      {data.transactions.length === 0 ? <EmptyState title={t('activities.changes.empty')} /> : null}
      <ol className={styles.list}>
        {data.transactions.map((transaction) => (
          <Transaction
            key={transaction.seq}
            transaction={transaction}
            busy={undo.pending}
            onUndo={() => void undo.run({ seq: transaction.seq })}
          />
        ))}
      </ol>
      {data.more && limit < 200 ? (
        <div className={styles.more}>
          <Button tone="quiet" size="small" onClick={() => setLimit(Math.min(200, limit + PAGE))}>
            {t('activities.timeline.more')}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

interface TransactionProps {
  readonly transaction: ChangeTransaction;
  readonly busy: boolean;
  readonly onUndo: () => void;
}

function Transaction({ transaction, busy, onUndo }: TransactionProps) {
  const t = useT();
  const format = useFormat();
  const shown = transaction.changes.slice(0, 12);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <b>{labelText(transaction.label, t)}</b>
        <span>{transaction.actorName}</span>
        <DateText at={transaction.at} as="full" />
        {transaction.undone ? (
          <Tag>{t('activities.changes.undone')}</Tag>
        ) : wholesale.has(transaction.label) ? null : (
          <Button tone="quiet" size="small" busy={busy} onClick={onUndo}>
            {t('app.undo.button')}
          </Button>
        )}
      </div>
      <ul className={styles.changes}>
        {shown.map((change, index) => (
          <li key={`${change.table} ${change.id} ${change.field ?? index}`}>{changeText(change, t, format)}</li>
        ))}
        {transaction.changes.length > shown.length ? (
          <li>{t('activities.changes.others', { count: transaction.changes.length - shown.length })}</li>
        ) : null}
      </ul>
    </li>
  );
}

function labelText(label: string, t: Translate): string {
  const key = `activities.did.${label}`;
  return isTextKey(key) ? t(key) : t('activities.did.other');
}

function changeText(change: ChangeTransaction['changes'][number], t: Translate, format: Format): string {
  const tableKey = `activities.table.${change.table}`;
  const table = isTextKey(tableKey) ? t(tableKey) : change.table;
  if (change.field === null) {
    const name = change.toName ?? change.fromName ?? '';
    return t(change.kind === 'insert' ? 'activities.changes.added' : 'activities.changes.removed', { table, name });
  }
  const value = (raw: string | number | null, name: string | null) =>
    name ?? fieldValue(t, format, change.table, change.field ?? '', raw);
  return t('activities.timeline.changed', {
    field: fieldLabel(t, change.table, change.field),
    from: value(change.from, change.fromName),
    to: value(change.to, change.toName),
  });
}

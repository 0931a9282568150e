import { type KeyboardEvent, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { isShownInside, openOutside, saveDocument } from '#renderer/platform/openDocument.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { documentContract, type DocumentEntity, type DocumentItem } from '#shared/contract/document.contract.ts';
import { AttachFiles } from './AttachFiles.tsx';
import { DocumentPreview } from './DocumentPreview.tsx';
import { DocumentRow } from './DocumentRow.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import styles from './RecordDocuments.module.css';
import { Skeleton } from './Skeleton.tsx';

interface RecordDocumentsProps {
  readonly entity: DocumentEntity;
  readonly id: string;
  /** What the record waits for: the deliverable of a task. */
  readonly wanted?: string;
}

/** 文件: the documents of a record and its parts, with a place to drop more. */
export function RecordDocuments({ entity, id, wanted }: RecordDocumentsProps) {
  const t = useT();
  const { data, error, refetch } = useOperationQuery(documentContract.list, { entity, id });
  const update = useOperationCommand(documentContract.update, { undoLabel: () => t('documents.update.done') });
  const remove = useOperationCommand(documentContract.remove, { undoLabel: () => t('documents.remove.done') });
  const [shown, setShown] = useState<DocumentItem | null>(null);
  const open = (item: DocumentItem) => {
    if (isShownInside(item)) setShown(item);
    else void openOutside(item.id);
  };
  return (
    <div className={styles.documents}>
      <div className={styles.drop}>
        <AttachFiles target={{ entity, id }} {...(wanted && data?.documents.length === 0 ? { wanted } : {})} />
      </div>
      {error ? <ErrorState failure={error.failure} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton rows={3} /> : null}
      {data?.documents.length === 0 ? (
        <EmptyState title={t('documents.empty.title')} detail={t('documents.empty.detail')} />
      ) : null}
      {data && data.documents.length > 0 ? (
        // The keys come from the names inside; the list only moves the focus between them.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ul className={styles.rows} aria-label={t('documents.list.label')} onKeyDown={moveFocus}>
          {data.documents.map((item) => (
            <DocumentRow
              key={item.id}
              item={item}
              home={id}
              onOpen={() => open(item)}
              onSave={() => void saveDocument(item.id)}
              onRename={async (name) => (await update.run({ id: item.id, fields: { name } })).ok}
              onKind={(kind) => void update.run({ id: item.id, fields: { kind } })}
              onRemove={() => void remove.run({ id: item.id })}
            />
          ))}
        </ul>
      ) : null}
      {data?.more ? <p className={styles.more}>{t('documents.list.more')}</p> : null}
      {shown ? <DocumentPreview item={shown} onClose={() => setShown(null)} /> : null}
    </div>
  );
}

/** Up and down go from name to name. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-document]')];
  const index = names.findIndex((name) => name === document.activeElement);
  const next = step === undefined || index === -1 ? undefined : names[index + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

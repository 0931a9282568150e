import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useJobProgress } from '#renderer/platform/jobProgress.ts';
import { useT } from '#renderer/platform/language.ts';
import { pathOfRecord } from '#renderer/platform/paths.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { fieldLabel } from '#renderer/ui/fieldText.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import { importContract } from '#shared/contract/import.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import styles from './UndoDialog.module.css';

interface UndoDialogProps {
  readonly batch: { readonly id: string; readonly source: string };
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

interface Refusal {
  readonly count: number;
  readonly examples: readonly string[];
}

/** Takes an import back; when somebody edited what it brought, says where and asks once more. */
export function UndoDialog({ batch, onClose, onUndone }: UndoDialogProps) {
  const t = useT();
  const format = useFormat();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const undo = useOperationCommand(importContract.undo, { handles: ['editedSince'] });
  const progress = useJobProgress('import.undo', undo.pending);
  const take = async (keepEdited: boolean) => {
    const answer = await undo.run({ batchId: batch.id, keepEdited });
    if (answer.ok) {
      const { undoneRows, kept } = answer.value;
      showToast({
        title:
          kept > 0
            ? t('imports.undo.doneKept', { rows: format.number(undoneRows), kept: format.number(kept) })
            : t('imports.undo.done', { count: undoneRows }),
      });
      onUndone?.();
      onClose();
    } else if (answer.error.type === 'editedSince') setRefusal(answer.error);
    else onClose();
  };
  return (
    <Dialog
      title={t('imports.undo.title', { source: batch.source })}
      open
      onClose={onClose}
      width={480}
      actions={
        <>
          <Button onClick={onClose} disabled={undo.pending}>
            {t('app.action.cancel')}
          </Button>
          <Button tone="danger" busy={undo.pending} onClick={() => void take(refusal !== null)}>
            {t(refusal ? 'imports.undo.keepEdited' : 'imports.undo.confirm')}
          </Button>
        </>
      }
    >
      {undo.pending ? (
        <Progress label={t('imports.undo.working')} done={progress?.done ?? 0} total={progress?.total ?? null} />
      ) : refusal ? (
        <div role="alert">
          <p className={styles.refused}>{t('imports.undo.refused', { count: refusal.count })}</p>
          <p>{t('imports.undo.refusedDetail')}</p>
          <ul className={styles.places}>
            {editedRecords(refusal.examples).map((record) => (
              <li key={`${record.table} ${record.id}`}>
                <EditedRecord record={record} />
              </li>
            ))}
            {refusal.count > refusal.examples.length ? (
              <li>{t('imports.undo.more', { count: refusal.count - refusal.examples.length })}</li>
            ) : null}
          </ul>
        </div>
      ) : (
        <p>{t('imports.undo.detail')}</p>
      )}
    </Dialog>
  );
}

interface Edited {
  readonly table: string;
  readonly id: string;
  readonly fields: string[];
}

/**
 * The edited values by record; the core names each as `table id field`. Fields without a name for people go along with
 * one that has one: the version with the process, the history with the stage.
 */
function editedRecords(examples: readonly string[]): Edited[] {
  const records = new Map<string, Edited>();
  for (const example of examples) {
    const [table = '', id = '', field = ''] = example.split(' ');
    if (!isTextKey(`fields.${table}.${field}`)) continue;
    const record = records.get(`${table} ${id}`) ?? { table, id, fields: [] };
    record.fields.push(field);
    records.set(`${table} ${id}`, record);
  }
  return [...records.values()];
}

/** What was edited of one record, as a link where the record has a page. */
function EditedRecord({ record: { table, id, fields } }: { readonly record: Edited }) {
  const t = useT();
  const format = useFormat();
  const names = format.list([...new Set(fields.map((field) => fieldLabel(t, table, field)))]);
  if (table !== 'opportunity' && table !== 'account' && table !== 'contact') return names;
  return (
    <Link className={styles.place} to={pathOfRecord(table, id)}>
      {t('imports.undo.place', { entity: t(`app.entity.${table}`), fields: names })}
    </Link>
  );
}

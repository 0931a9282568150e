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
import styles from './UndoDialog.module.css';

const LISTED = 6;

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
            {refusal.examples.slice(0, LISTED).map((example) => (
              <li key={example}>
                <EditedPlace example={example} />
              </li>
            ))}
            {refusal.count > LISTED ? <li>{t('imports.undo.more', { count: refusal.count - LISTED })}</li> : null}
          </ul>
        </div>
      ) : (
        <p>{t('imports.undo.detail')}</p>
      )}
    </Dialog>
  );
}

/** One value that was edited: `table id field` as the core names it, as a link where the record has a page. */
function EditedPlace({ example }: { readonly example: string }) {
  const t = useT();
  const [table = '', id = '', field = ''] = example.split(' ');
  const label = fieldLabel(t, table, field);
  if (table !== 'opportunity' && table !== 'account' && table !== 'contact') return label;
  return (
    <Link className={styles.place} to={pathOfRecord(table, id)}>
      {t('imports.undo.place', { entity: t(`app.entity.${table}`), field: label })}
    </Link>
  );
}

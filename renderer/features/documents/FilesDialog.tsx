import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { RecordDocuments } from '#renderer/ui/RecordDocuments.tsx';
import styles from './FilesDialog.module.css';
import type { FilesRequest } from './filesRequest.ts';

interface FilesDialogProps {
  readonly request: FilesRequest;
  readonly onClose: () => void;
}

/** The files of one record over whatever screen asked for them. */
export function FilesDialog({ request, onClose }: FilesDialogProps) {
  const t = useT();
  const { entity, id, title, wanted } = request;
  return (
    <Dialog
      title={t('documents.files.of', { title })}
      open
      onClose={onClose}
      width={640}
      actions={<Button onClick={onClose}>{t('app.action.close')}</Button>}
    >
      <div className={styles.files}>
        <RecordDocuments entity={entity} id={id} {...(wanted ? { wanted } : {})} />
      </div>
    </Dialog>
  );
}

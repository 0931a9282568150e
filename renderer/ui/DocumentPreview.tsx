import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { readShown, saveDocument, type Shown } from '#renderer/platform/openDocument.ts';
import type { DocumentItem } from '#shared/contract/documentShapes.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import styles from './DocumentPreview.module.css';
import { Skeleton } from './Skeleton.tsx';

interface DocumentPreviewProps {
  readonly item: DocumentItem;
  readonly onClose: () => void;
}

/** A picture or a text over the screen. */
export function DocumentPreview({ item, onClose }: DocumentPreviewProps) {
  const t = useT();
  const shown = useShown(item, onClose);
  return (
    <Dialog
      title={item.name}
      open
      onClose={onClose}
      width={880}
      actions={
        <Button icon={Download} onClick={() => void saveDocument(item.id)}>
          {t('documents.action.save')}
        </Button>
      }
    >
      <div className={styles.stage}>
        {shown === null ? <Skeleton rows={6} /> : null}
        {shown?.kind === 'image' ? <img className={styles.picture} src={shown.address} alt={item.name} /> : null}
        {shown?.kind === 'text' ? <pre className={styles.text}>{shown.text}</pre> : null}
      </div>
    </Dialog>
  );
}

function useShown({ id, mime, bytes }: DocumentItem, onFailed: () => void): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let wanted = true;
    let address: string | null = null;
    void readShown({ id, mime, bytes }).then((read) => {
      if (read?.kind === 'image') ({ address } = read);
      if (!wanted && address !== null) URL.revokeObjectURL(address);
      if (!wanted) return;
      if (read === null) onFailed();
      else setShown(read);
    });
    return () => {
      wanted = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
    // Read once per document; the way out may be written inline.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [id, mime, bytes]);
  return shown;
}

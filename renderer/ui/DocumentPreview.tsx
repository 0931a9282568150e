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
  const shown = useShown(item);
  useEffect(() => {
    // What failed has been said already.
    if (shown === 'failed') onClose();
  }, [shown, onClose]);
  const content = shown === 'failed' ? null : shown;
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
        {content === null ? <Skeleton rows={6} /> : null}
        {content?.kind === 'image' ? <img className={styles.picture} src={content.address} alt={item.name} /> : null}
        {content?.kind === 'text' ? <pre className={styles.text}>{content.text}</pre> : null}
      </div>
    </Dialog>
  );
}

function useShown({ id, mime, bytes }: DocumentItem): Shown | 'failed' | null {
  const [shown, setShown] = useState<Shown | 'failed' | null>(null);
  useEffect(() => {
    let wanted = true;
    let address: string | null = null;
    const read = async () => {
      const content = await readShown({ id, mime, bytes });
      if (content?.kind === 'image') ({ address } = content);
      if (wanted) setShown(content ?? 'failed');
      else if (address !== null) URL.revokeObjectURL(address);
    };
    void read();
    return () => {
      wanted = false;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [id, mime, bytes]);
  return shown;
}

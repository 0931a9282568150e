import { FileDown } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import styles from './DropZone.module.css';
import { importStore } from './importStore.ts';
import { useImportWizard } from './useImportWizard.ts';

const ACCEPTED = '.csv,.tsv,.txt,.gz';

/** Takes several files by drag and drop or by a file dialog. */
export function DropZone({ compact }: { readonly compact: boolean }) {
  const t = useT();
  const { addFiles } = useImportWizard();
  const busy = importStore(({ work }) => work !== null);
  const input = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const [over, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) void addFiles(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // Dropping is only one way in: the button does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-labelledby={titleId}
      className={classNames(styles.zone, compact && styles.compact, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      <span className={styles.icon}>
        <Icon of={FileDown} size={20} />
      </span>
      <div className={styles.words}>
        <h2 id={titleId} className={styles.title}>
          {over ? t('imports.drop.over') : t(compact ? 'imports.drop.titleMore' : 'imports.drop.title')}
        </h2>
        {compact ? null : (
          <>
            <p className={styles.detail}>{t('imports.drop.detail')}</p>
            <p className={styles.detail}>{t('imports.drop.safe')}</p>
          </>
        )}
      </div>
      <Button {...(compact ? {} : { tone: 'primary' as const })} disabled={busy} onClick={() => input.current?.click()}>
        {t('imports.drop.pick')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('imports.drop.pick')}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it was removed.
          event.target.value = '';
        }}
      />
    </section>
  );
}

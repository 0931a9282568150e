import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { Translate } from '#shared/i18n/translator.ts';
import { DropZone } from './DropZone.tsx';
import { FailureNote } from './FailureNote.tsx';
import { FileCard } from './FileCard.tsx';
import styles from './FilesStep.module.css';
import { HistoryCard } from './HistoryCard.tsx';
import { importStore, startOver } from './importStore.ts';
import { StepPage } from './StepPage.tsx';
import { useImportWizard } from './useImportWizard.ts';

/** Bring files; see what they seem to be; below, what was imported before. */
export function FilesStep() {
  const t = useT();
  const { files, look, plan, failure, work } = importStore();
  const { goTo } = useImportWizard();
  const failed = files.filter((file) => file.failure !== null).length;
  return (
    <StepPage
      note={noteOf(t, files.length, plan === null ? 0 : failed)}
      actions={
        files.length > 0 ? (
          <>
            <Button tone="quiet" onClick={startOver}>
              {t('imports.action.startOver')}
            </Button>
            <Button tone="primary" disabled={!plan} onClick={() => goTo('columns')}>
              {t('imports.action.toColumns')}
            </Button>
          </>
        ) : null
      }
    >
      {failure ? <FailureNote failure={failure} /> : null}
      {look?.usedMapping ? (
        <div>
          <Tag tone="info">{t('imports.files.usedMapping', { name: look.usedMapping })}</Tag>
        </div>
      ) : null}
      {files.length > 0 ? (
        <ul className={styles.files} aria-label={t('imports.files.title')}>
          {files.map((file) => (
            <li key={file.handle}>
              <FileCard
                file={file}
                seen={look?.files.find((one) => one.file === file.handle) ?? null}
                plan={plan?.files.find((one) => one.file === file.handle) ?? null}
                waiting={work !== null}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <DropZone compact={files.length > 0} />
      {files.length === 0 ? <HistoryCard /> : null}
    </StepPage>
  );
}

function noteOf(t: Translate, files: number, failed: number): string | null {
  if (files === 0) return null;
  return failed > 0 ? t('imports.files.failed', { count: failed }) : t('imports.drop.safe');
}

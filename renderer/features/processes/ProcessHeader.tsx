import { Archive, ArrowRightLeft, Ellipsis } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import { processContract } from '#shared/contract/process.contract.ts';
import { isPublishable } from '#shared/domain/processes/judgeDraft.ts';
import styles from './ProcessHeader.module.css';
import type { ProcessEditor } from './useProcessEditor.ts';

interface ProcessHeaderProps {
  readonly page: OutputOf<typeof processContract.get>;
  readonly editor: ProcessEditor;
  readonly onPublish: () => void;
  /** `elsewhere`: to another process, so that this one can be archived. */
  readonly onMigrate: (elsewhere: boolean) => void;
}

/** Name, what is published and what is not yet, and what can be done with the whole process. */
export function ProcessHeader({ page, editor, onPublish, onMigrate }: ProcessHeaderProps) {
  const t = useT();
  const { process } = page;
  const rename = useOperationCommand(processContract.rename, { handles: true, undoLabel: t('processes.list.renamed') });
  const discard = useOperationCommand(processContract.discardDraft, { undoLabel: t('processes.draft.discarded') });
  const archive = useOperationCommand(processContract.archive, {
    undoLabel: (_output, { archived }) => t(archived ? 'processes.list.archived' : 'processes.list.unarchived'),
    handles: ['processInUse'],
  });
  const isArchived = process.archivedAt !== null;
  const toggleArchive = async () => {
    const answer = await archive.run({ id: process.id, archived: !isArchived });
    // Deals run in it: the way out is to let them go on elsewhere.
    if (!answer.ok && answer.error.type === 'processInUse') onMigrate(true);
  };
  const changed = editor.differences.length > 0 || process.version === null;
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>
        <InlineEdit
          kind="text"
          required
          plain
          label={t('processes.list.name')}
          value={process.name}
          onSave={(name: string) => rename.run({ id: process.id, name })}
        />
      </h1>
      {process.version ? <Tag>{t('processes.version.number', { number: process.version.number })}</Tag> : null}
      {isArchived ? <Tag tone="outlined">{t('processes.list.isArchived')}</Tag> : null}
      {changed ? (
        <Tag tone="warning">
          {process.version
            ? t('processes.draft.changes', { count: editor.differences.length })
            : t('processes.draft.never')}
        </Tag>
      ) : null}
      <SaveNote page={page} editor={editor} />
      <div className={styles.actions}>
        {process.version && page.draft ? (
          <Button tone="quiet" busy={discard.pending} onClick={() => void discard.run({ id: process.id })}>
            {t('processes.draft.discard')}
          </Button>
        ) : null}
        <Menu
          align="end"
          items={[
            {
              key: 'migrate',
              label: t('processes.migrate.open'),
              icon: ArrowRightLeft,
              disabled: process.runningCount === 0,
              onSelect: () => onMigrate(process.olderCount === 0),
            },
            {
              key: 'archive',
              label: t(isArchived ? 'processes.list.unarchive' : 'processes.list.archive'),
              icon: Archive,
              onSelect: () => void toggleArchive(),
            },
          ]}
        >
          <IconButton icon={Ellipsis} label={t('processes.list.more', { name: process.name })} outlined />
        </Menu>
        <Button
          tone="primary"
          disabled={!changed || !isPublishable(editor.problems) || editor.state === 'conflict'}
          onClick={onPublish}
        >
          {t('processes.publish.open')}
        </Button>
      </div>
    </header>
  );
}

function SaveNote({ page, editor }: { readonly page: ProcessHeaderProps['page']; readonly editor: ProcessEditor }) {
  const t = useT();
  const format = useFormat();
  if (editor.state === 'conflict')
    return (
      <span className={styles.conflict} role="alert">
        {t('processes.draft.conflict')}
        <Button size="small" onClick={editor.reload}>
          {t('processes.draft.reload')}
        </Button>
      </span>
    );
  if (editor.state === 'failed')
    return (
      <span className={styles.conflict} role="alert">
        {t('processes.draft.failed')}
        <Button size="small" onClick={() => void editor.save()}>
          {t('app.action.retry')}
        </Button>
      </span>
    );
  const { draft } = page;
  const at = draft === null ? '' : format.instant(draft.updatedAt);
  return (
    <span className={styles.state} role="status">
      {editor.state !== 'saved'
        ? t('processes.draft.saving')
        : draft === null
          ? ''
          : t('processes.draft.saved', { at, by: draft.updatedBy })}
    </span>
  );
}

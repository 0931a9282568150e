import { useState } from 'react';
import { enterWorkspace } from '#renderer/platform/enterWorkspace.ts';
import { type Format, useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';

import styles from './BackupsCard.module.css';

type Backup = OutputOf<typeof workspaceContract.backups>[number];

/** The backups of the open workspace: make one, go back to one. */
export function BackupsCard({ path }: { readonly path: string }) {
  const t = useT();
  const format = useFormat();
  const backups = useOperationQuery(workspaceContract.backups, {});
  const [chosen, setChosen] = useState<Backup | null>(null);
  const backUp = useOperationCommand(workspaceContract.backUp, {
    onSuccess: ({ bytes }) => {
      showToast({ title: t('settings.backups.created', { size: format.bytes(bytes) }) });
      void backups.refetch();
    },
  });
  return (
    <Card
      title={t('settings.backups.title')}
      sub={<span className={styles.sub}>{t('settings.backups.detail')}</span>}
      flush
      more={
        <Button size="small" busy={backUp.pending} onClick={() => void backUp.run({})}>
          {t('settings.backups.create')}
        </Button>
      }
    >
      {backups.error ? (
        <ErrorState failure={backups.error.failure} onRetry={() => void backups.refetch()} />
      ) : backups.data ? (
        <Table
          caption={t('settings.backups.title')}
          rows={backups.data}
          rowKey={(backup) => backup.path}
          whenEmpty={<EmptyState title={t('settings.backups.none')} detail={t('settings.backups.noneHint')} />}
          columns={columnsFor(t, format, setChosen)}
        />
      ) : (
        <Skeleton rows={3} />
      )}
      {chosen ? <RestoreDialog path={path} backup={chosen} onClose={() => setChosen(null)} /> : null}
    </Card>
  );
}

function columnsFor(t: Translate, format: Format, choose: (backup: Backup) => void): readonly TableColumn<Backup>[] {
  return [
    { key: 'when', title: t('settings.backups.when'), cell: ({ takenAt }) => <DateText at={takenAt} as="full" /> },
    {
      key: 'reason',
      title: t('settings.backups.reason'),
      cell: ({ reason }) => {
        const key = `settings.backupReason.${reason}`;
        return isTextKey(key) ? t(key) : reason;
      },
    },
    { key: 'size', title: t('settings.backups.size'), align: 'end', cell: ({ bytes }) => format.bytes(bytes) },
    {
      key: 'restore',
      title: t('settings.backups.restore'),
      hideTitle: true,
      align: 'end',
      width: 90,
      cell: (backup) => (
        <Button size="small" tone="quiet" onClick={() => choose(backup)}>
          {t('settings.backups.restore')}
        </Button>
      ),
    },
  ];
}

interface RestoreDialogProps {
  readonly path: string;
  readonly backup: Backup;
  readonly onClose: () => void;
}

/** The one thing undo cannot take back, so it says what will happen; the current file stays. */
function RestoreDialog({ path, backup, onClose }: RestoreDialogProps) {
  const t = useT();
  const format = useFormat();
  const when = format.instant(backup.takenAt);
  const restore = useOperationCommand(workspaceContract.restore, {
    onSuccess: (workspace) => {
      onClose();
      enterWorkspace(workspace, paths.settings({ tab: 'workspace' }));
      showToast({ title: t('settings.backups.restored', { when }) });
    },
  });
  return (
    <Dialog
      title={t('settings.backups.restoreTitle', { when })}
      open
      onClose={onClose}
      width={460}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button
            tone="primary"
            busy={restore.pending}
            onClick={() => void restore.run({ path, backupPath: backup.path })}
          >
            {t('settings.backups.restore')}
          </Button>
        </>
      }
    >
      {t('settings.backups.restoreDetail')}
    </Dialog>
  );
}

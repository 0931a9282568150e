import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { offerUndo } from '#renderer/platform/undo.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { processContract, type ProcessLine } from '#shared/contract/process.contract.ts';
import styles from './MigrateDialog.module.css';
import { MigrationTable } from './MigrationTable.tsx';

interface MigrateDialogProps {
  readonly process: ProcessLine;
  /** Begins with another process as the target, where this one is to be emptied. */
  readonly elsewhere?: boolean;
  readonly onClose: () => void;
}

/** Shows which deals run where, lets every stage be mapped, and moves them in one step that can be taken back. */
export function MigrateDialog({ process, elsewhere = false, onClose }: MigrateDialogProps) {
  const t = useT();
  const format = useFormat();
  const list = useOperationQuery(processContract.list, {});
  const targets = (list.data?.processes ?? []).filter(({ archivedAt, version }) => archivedAt === null && version);
  const others = targets.filter(({ id }) => id !== process.id);
  const [chosen, setChosen] = useState<string | null>(null);
  const targetId = chosen ?? (elsewhere ? (others[0]?.id ?? process.id) : process.id);
  const preview = useOperationQuery(processContract.migrationPreview, {
    id: process.id,
    ...(targetId === process.id ? {} : { toProcessId: targetId }),
  });
  const [mapped, setMapped] = useState<Readonly<Record<string, string | null>>>({});
  const migrate = useOperationCommand(processContract.migrate, {
    onSuccess: ({ moved, transaction }) => {
      if (transaction !== null) offerUndo(transaction, t('processes.migrate.done', { count: moved }));
      onClose();
    },
  });
  const stages = (preview.data?.stages ?? []).map((stage) => {
    const own = mapped[stage.stage.id];
    const known = preview.data?.target.stages.some(({ id }) => id === own) ?? false;
    return { ...stage, chosenId: own === null ? null : known ? (own ?? null) : stage.targetId };
  });
  const ready = stages.filter(({ chosenId }) => chosenId !== null);
  const count = ready.reduce((sum, stage) => sum + stage.count, 0);
  const run = () =>
    migrate.run({
      id: process.id,
      ...(targetId === process.id ? {} : { toProcessId: targetId }),
      mapping: ready.flatMap(({ stage, chosenId }) =>
        chosenId === null ? [] : [{ fromStageId: stage.id, toStageId: chosenId }],
      ),
    });
  return (
    <Dialog
      title={t('processes.migrate.title', { name: process.name })}
      open
      onClose={onClose}
      width={760}
      note={t('processes.migrate.note')}
      actions={
        <>
          <Button onClick={onClose}>{t('app.action.cancel')}</Button>
          <Button tone="primary" busy={migrate.pending} disabled={count === 0} onClick={() => void run()}>
            {t('processes.migrate.button', { figure: format.number(count) })}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <div className={styles.target}>
          <Field label={t('processes.migrate.target')}>
            {(control) => (
              <Select
                {...control}
                value={targetId}
                options={targets.map(({ id, name, version }) => ({
                  value: id,
                  label: name,
                  hint: t('processes.version.number', { number: version?.number ?? 0 }),
                }))}
                onChange={setChosen}
              />
            )}
          </Field>
        </div>
        {preview.error ? (
          <ErrorState failure={preview.error.failure} onRetry={() => void preview.refetch()} />
        ) : preview.data ? (
          stages.length === 0 ? (
            <p className={styles.quiet}>{t('processes.migrate.none')}</p>
          ) : (
            <MigrationTable
              stages={stages}
              targets={preview.data.target.stages}
              onMap={(stageId, target) => setMapped({ ...mapped, [stageId]: target })}
            />
          )
        ) : (
          <Skeleton rows={4} />
        )}
      </div>
    </Dialog>
  );
}

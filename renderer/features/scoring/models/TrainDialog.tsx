import { useState } from 'react';
import { type JobProgress, useJobProgress } from '#renderer/platform/jobProgress.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { offerUndo } from '#renderer/platform/undo.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Progress } from '#renderer/ui/Progress.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import { type ModelKind, scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { NeedsText } from './NeedsText.tsx';
import styles from './TrainDialog.module.css';
import { TrainResult } from './TrainResult.tsx';

interface TrainDialogProps {
  readonly kind: ModelKind;
  readonly onClose: () => void;
  readonly onOpenCard: (id: string) => void;
}

const JOB = scoreModelContract.train.name;

/** 训练新版本: says what will be learned from, shows how far it is, can be cancelled, and tells what came of it. */
export function TrainDialog({ kind, onClose, onOpenCard }: TrainDialogProps) {
  const t = useT();
  const [note, setNote] = useState('');
  const [cancelling, setCancelling] = useState(false);
  const [result, setResult] = useState<OutputOf<typeof scoreModelContract.train> | null>(null);
  const list = useOperationQuery(scoreModelContract.list, { kind });
  const cancel = useOperationCommand(workspaceContract.cancelJob);
  const train = useOperationCommand(scoreModelContract.train, {
    handles: ['cancelled'],
    onSuccess: (done) => {
      setResult(done);
      if (done.transaction !== null) {
        offerUndo(done.transaction, t('scoreModels.train.done', { version: done.version }));
      }
    },
  });
  const progress = useJobProgress(JOB, train.pending);
  const run = async () => {
    await train.run({ kind, note });
    setCancelling(false);
  };
  const close = () => {
    if (!train.pending) onClose();
  };
  return (
    <Dialog
      title={t(`scoreModels.train.title.${kind}`)}
      open
      onClose={close}
      width={520}
      {...(result === null ? { note: t('scoreModels.train.note') } : {})}
      actions={
        result === null ? (
          <>
            <Button onClick={close} disabled={train.pending}>
              {t('app.action.cancel')}
            </Button>
            <Button tone="primary" busy={train.pending} onClick={() => void run()}>
              {t('scoreModels.train.start')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('app.action.close')}</Button>
            <Button
              tone="primary"
              onClick={() => {
                onClose();
                onOpenCard(result.id);
              }}
            >
              {t('scoreModels.train.openCard')}
            </Button>
          </>
        )
      }
    >
      {result !== null ? (
        <TrainResult kind={kind} result={result} />
      ) : train.pending ? (
        <Progress
          label={t(cancelling ? 'scoreModels.train.cancelling' : phaseKey(progress))}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
          cancelling={cancelling}
          onCancel={() => {
            setCancelling(true);
            void cancel.run({ job: JOB });
          }}
        />
      ) : (
        <div className={styles.body}>
          <p className={styles.text}>
            {t(`scoreModels.train.from.${kind}`, {
              count: list.data?.closed ?? 0,
              positives: list.data?.positives ?? 0,
            })}
          </p>
          {list.data?.needs ? (
            <p className={styles.warning}>
              <NeedsText kind={kind} needs={list.data.needs} /> {t('scoreModels.train.willAbstain')}
            </p>
          ) : null}
          <Field label={t('scoreModels.train.noteLabel')}>
            {(control) => <TextInput {...control} value={note} maxLength={500} onChange={setNote} />}
          </Field>
        </div>
      )}
    </Dialog>
  );
}

function phaseKey(progress: JobProgress | null) {
  if (progress === null || progress.phase === 'reading') return 'scoreModels.phase.reading' as const;
  return progress.phase === 'keeping'
    ? ('scoreModels.phase.keeping' as const)
    : ('scoreModels.phase.learning' as const);
}

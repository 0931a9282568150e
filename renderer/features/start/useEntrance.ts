import { useState } from 'react';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { enterWorkspace } from '#renderer/platform/enterWorkspace.ts';
import { type JobProgress, useJobProgress } from '#renderer/platform/jobProgress.ts';
import { useLanguage, useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { workspaceContract, type WorkspaceInfo } from '#shared/contract/workspace.contract.ts';
import type { FailureLike } from '#shared/i18n/errorText.ts';

/** Name of the job that fills a sample workspace. */
const SAMPLE_JOB = 'sample';

type Create = InputOf<typeof workspaceContract.create>;

/** All ways into a workspace, one at a time. */
export interface Entrance {
  /** What is under way: a choice, or the path that is being opened. */
  readonly busy: string | null;
  readonly progress: JobProgress | null;
  readonly cancelling: boolean;
  readonly failure: FailureLike | null;
  readonly openSample: () => void;
  readonly cancelSample: () => void;
  readonly startImport: () => void;
  readonly createEmpty: (name: string, personName: string) => void;
  readonly open: (path: string) => void;
  readonly openAnother: () => void;
  readonly restore: (path: string, backupPath: string) => void;
}

type Answer =
  | { readonly ok: true; readonly value: WorkspaceInfo }
  | { readonly ok: false; readonly error: FailureLike };

/** State and actions of the start screen. */
export function useEntrance(): Entrance {
  const t = useT();
  const locale = useLanguage();
  const [busy, setBusy] = useState<string | null>(null);
  const [cancelling, setCancelling] = useState(false);
  const [failure, setFailure] = useState<FailureLike | null>(null);
  const create = useOperationCommand(workspaceContract.create, { handles: true });
  const open = useOperationCommand(workspaceContract.open, { handles: true });
  const restore = useOperationCommand(workspaceContract.restore, { handles: true });
  const cancel = useOperationCommand(workspaceContract.cancelJob);
  const progress = useJobProgress(SAMPLE_JOB, busy === 'sample');

  const enter = async (what: string, work: () => Promise<Answer>, to = '/') => {
    setBusy(what);
    setFailure(null);
    const answer = await work();
    setBusy(null);
    setCancelling(false);
    if (answer.ok) enterWorkspace(answer.value, to);
    else if (answer.error.type !== 'cancelled') setFailure(answer.error);
  };
  const make = (what: string, input: Create, to?: string) => void enter(what, () => create.run(input), to);

  return {
    busy,
    progress,
    cancelling,
    failure,
    openSample: () => make('sample', { name: t('start.sample.name'), kind: 'sample', size: 'demo', locale }),
    cancelSample: () => {
      setCancelling(true);
      void cancel.run({ job: SAMPLE_JOB });
    },
    startImport: () => make('import', { name: t('start.import.name'), kind: 'empty', locale }, paths.imports()),
    createEmpty: (name, personName) => make('empty', { name, kind: 'empty', locale, personName }),
    open: (path) => void enter(path, () => open.run({ path })),
    openAnother: () =>
      void currentPlatform()
        .pickFile({ accept: [{ label: t('start.open.kind'), extensions: ['kongdan'] }] })
        .then((file) => file && enter('another', () => open.run({ file: file.handle }))),
    restore: (path, backupPath) => void enter('restore', () => restore.run({ path, backupPath })),
  };
}

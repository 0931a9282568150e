import type { FailureLike } from '#shared/i18n/errorText.ts';
import { type FileChoice, importContract, type ImportPlan } from '#shared/contract/import.contract.ts';
import { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { choiceOf, type ImportStep, isSeen, mergePlans, readImportSearch } from './importModel.ts';
import { type BroughtFile, importStore, type Inspection, startOver } from './importStore.ts';

const MOST_FILES = 12;

/** What the steps of the wizard do. One thing runs at a time; its state is in `importStore`. */
export interface ImportWizard {
  readonly addFiles: (files: readonly File[]) => Promise<void>;
  readonly removeFile: (handle: string) => Promise<void>;
  /** Reads a file in another way; its columns are proposed anew. */
  readonly readAs: (choice: FileChoice) => Promise<void>;
  readonly guessAgain: (handle: string) => Promise<void>;
  readonly goTo: (step: ImportStep) => void;
  readonly toStages: () => Promise<void>;
  readonly toTrial: () => Promise<void>;
  readonly run: () => Promise<void>;
  readonly cancel: () => void;
}

type Looked = { readonly look: Inspection } | { readonly failure: FailureLike };

/** The actions of the wizard, bound to this workspace. */
export function useImportWizard(): ImportWizard {
  const t = useT();
  const [, setSearch] = useSearchState(readImportSearch);
  const inspect = useOperationCommand(importContract.inspect, { handles: true });
  const dryRun = useOperationCommand(importContract.dryRun, { handles: true });
  const runImport = useOperationCommand(importContract.run, { handles: true });
  const cancelJob = useOperationCommand(workspaceContract.cancelJob);
  const { getState: state, setState: set } = importStore;
  const goTo = (step: ImportStep) => setSearch({ step });

  const lookAt = async (handles: readonly string[], choices: readonly FileChoice[]): Promise<Looked> => {
    const own = choices.filter(({ file }) => handles.includes(file));
    const answer = await inspect.run({ files: [...handles], ...(own.length > 0 ? { choices: own } : {}) });
    return answer.ok ? { look: answer.value } : { failure: answer.error };
  };

  /** Looks at all files together; when that fails, finds out which of them cannot be read. */
  const lookAgain = async (choices: readonly FileChoice[]): Promise<boolean> => {
    const { files, plan, look: before, edited } = state();
    set({ work: 'inspect', failure: null });
    const asked = choices.map(({ file }) => file);
    // A choice may have mended a file that could not be read.
    const tried = files.filter(({ handle, failure }) => handle !== '' && (failure === null || asked.includes(handle)));
    const result = await lookAtReadable(tried, choices, lookAt);
    const failures = result.failures;
    set({
      work: null,
      cancelling: false,
      files: files.map((file) =>
        tried.includes(file) ? { ...file, failure: failures.get(file.handle) ?? null } : file,
      ),
      failure: result.failure,
      ...(result.failure === null
        ? { look: result.look, plan: result.look && mergePlans(edited ? plan : null, before, result.look) }
        : {}),
    });
    return result.failure === null && result.look !== null;
  };

  /** What is said already of the files, except of those that are to be guessed anew. */
  const choicesBut = (handle: string): FileChoice[] => {
    const { plan, choices, edited } = state();
    const kept = edited ? (plan?.files ?? []).map(choiceOf) : choices;
    return kept.filter(({ file }) => file !== handle);
  };

  const tryPlan = async (plan: ImportPlan): Promise<boolean> => {
    if (state().triedPlan === plan) return true;
    set({ work: 'dryRun', failure: null });
    const answer = await dryRun.run({ plan });
    set({ work: null, cancelling: false });
    if (answer.ok) set({ trial: answer.value, triedPlan: plan });
    else if (answer.error.type !== 'cancelled') set({ failure: answer.error });
    return answer.ok;
  };

  return {
    goTo,
    addFiles: async (files) => {
      if (state().work !== null) return;
      set({ work: 'upload', failure: null, outcome: null });
      const room = MOST_FILES - state().files.length;
      if (files.length > room) showToast({ title: t('imports.drop.full') });
      const brought: BroughtFile[] = [];
      for (const file of files.slice(0, room)) brought.push(await bring(file));
      set(({ files: known }) => ({ files: [...known, ...brought] }));
      await lookAgain(choicesBut(''));
    },
    removeFile: async (handle) => {
      const choices = choicesBut(handle);
      set(({ files }) => ({ files: files.filter((file) => file.handle !== handle), choices }));
      if (state().files.length === 0) startOver();
      else await lookAgain(choices);
    },
    readAs: async (choice) => {
      const choices = [...choicesBut(choice.file), choice];
      set({ choices });
      await lookAgain(choices);
    },
    guessAgain: async (handle) => {
      const choices = choicesBut(handle);
      set({ choices });
      await lookAgain([...choices, { file: handle }]);
    },
    toStages: async () => {
      const { plan, look } = state();
      if (!plan || !look) return;
      if (!isSeen(look, plan) && !(await lookAgain(plan.files.map(choiceOf)))) return;
      goTo('stages');
      // Spellings and people come from a dry run; what it refuses is told on that step.
      const seen = state().plan;
      if (seen) await tryPlan(seen);
    },
    toTrial: async () => {
      const { plan } = state();
      if (plan && (await tryPlan(plan))) goTo('trial');
    },
    run: async () => {
      const { plan } = state();
      if (!plan) return;
      set({ work: 'run', failure: null });
      const answer = await runImport.run({ plan });
      set({ work: null, cancelling: false });
      if (answer.ok) {
        set({ outcome: answer.value });
        startOver();
        setSearch({ step: 'done' }, { replace: true });
      } else set({ failure: answer.error });
    },
    cancel: () => {
      const { work } = state();
      if (work === null || work === 'upload') return;
      set({ cancelling: true });
      void cancelJob.run({ job: `import.${work}` });
    },
  };
}

interface ReadableLook {
  readonly look: Inspection | null;
  readonly failures: ReadonlyMap<string, FailureLike>;
  /** What is wrong with none of the files: a lost core, a cancel. */
  readonly failure: FailureLike | null;
}

async function lookAtReadable(
  files: readonly BroughtFile[],
  choices: readonly FileChoice[],
  lookAt: (handles: readonly string[], choices: readonly FileChoice[]) => Promise<Looked>,
): Promise<ReadableLook> {
  const failures = new Map<string, FailureLike>();
  const handles = files.map(({ handle }) => handle);
  if (handles.length === 0) return { look: null, failures, failure: null };
  const all = await lookAt(handles, choices);
  if ('look' in all) return { look: all.look, failures, failure: null };
  if (!isOfFile(all.failure)) return { look: null, failures, failure: all.failure };
  for (const handle of handles) {
    const alone = handles.length === 1 ? all : await lookAt([handle], choices);
    if ('failure' in alone) failures.set(handle, alone.failure);
  }
  const readable = handles.filter((handle) => !failures.has(handle));
  if (readable.length === 0) return { look: null, failures, failure: null };
  const rest = await lookAt(readable, choices);
  return 'look' in rest
    ? { look: rest.look, failures, failure: null }
    : { look: null, failures, failure: rest.failure };
}

const isOfFile = ({ type }: FailureLike): boolean =>
  !['connection', 'cancelled', 'noWorkspace', 'internal'].includes(type);

/** Makes a file known to the core; a file that did not get there stays in the list with its reason. */
async function bring(file: File): Promise<BroughtFile> {
  const failed = (failure: FailureLike): BroughtFile => ({
    handle: `failed ${crypto.randomUUID()}`,
    name: file.name,
    failure,
  });
  try {
    const picked = await currentPlatform().handleForDroppedFile(file);
    return picked ? { handle: picked.handle, name: picked.name, failure: null } : failed({ type: 'unknownFile' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'connection';
    return failed({ type: code === 'tooLarge' ? 'fileTooLarge' : 'connection' });
  }
}

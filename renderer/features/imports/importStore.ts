import { create } from 'zustand';
import type { FileChoice, importContract, ImportPlan } from '#shared/contract/import.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { FailureLike } from '#shared/i18n/errorText.ts';

export type Inspection = OutputOf<typeof importContract.inspect>;
export type InspectedFile = Inspection['files'][number];
export type Trial = OutputOf<typeof importContract.dryRun>;
export type Outcome = OutputOf<typeof importContract.run>;

/** A file that the person brought. */
export interface BroughtFile {
  readonly handle: string;
  readonly name: string;
  /** Why it cannot be read; null when it can. */
  readonly failure: FailureLike | null;
}

/** What is under way; each is the end of its job's name, `import.<work>`, except for `upload`. */
export type Work = 'upload' | 'inspect' | 'dryRun' | 'run';

interface ImportState {
  readonly files: readonly BroughtFile[];
  /** How the person wants files to be read, where they said so. */
  readonly choices: readonly FileChoice[];
  readonly look: Inspection | null;
  readonly plan: ImportPlan | null;
  /** True once the person changed anything that a saved mapping would otherwise decide. */
  readonly edited: boolean;
  /** The plan that `trial` belongs to. */
  readonly triedPlan: ImportPlan | null;
  readonly trial: Trial | null;
  readonly outcome: Outcome | null;
  readonly work: Work | null;
  readonly cancelling: boolean;
  /** Why the last step did not work. */
  readonly failure: FailureLike | null;
}

const nothing: ImportState = {
  files: [],
  choices: [],
  look: null,
  plan: null,
  edited: false,
  triedPlan: null,
  trial: null,
  outcome: null,
  work: null,
  cancelling: false,
  failure: null,
};

/** An import under way; it stays while one looks at other screens. */
export const importStore = create<ImportState>(() => nothing);

/** Forgets the files, but not how the last import ended. */
export function startOver(): void {
  importStore.setState(({ outcome }) => ({ ...nothing, outcome }));
}

/** Forgets everything, for another workspace. */
export function forgetImport(): void {
  importStore.setState(nothing);
}

/** Changes the plan; a failure was about the plan before. */
export function changePlan(change: (plan: ImportPlan) => ImportPlan): void {
  importStore.setState(({ plan }) => (plan ? { plan: change(plan), edited: true, failure: null } : {}));
}

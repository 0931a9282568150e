import type { DraftProblem, DraftStage, ProcessDraft } from '#shared/contract/processDraft.ts';

/** What every part of the stage editor is given. */
export interface StagePartProps {
  /** The process that files are attached to. */
  readonly processId: string;
  readonly draft: ProcessDraft;
  readonly stage: DraftStage;
  readonly index: number;
  /** Where the stage lies in the draft: `stages.2`. */
  readonly path: string;
  readonly problems: readonly DraftProblem[];
  /** `undoLabel`: something was taken out, and this says what. */
  readonly onChange: (stage: DraftStage, undoLabel?: string) => void;
}

/** A key for something new; it stays with it through all versions. */
export const newKey = (): string => crypto.randomUUID();

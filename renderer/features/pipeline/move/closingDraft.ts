import type { Outcome, OutcomeReason } from '#shared/contract/primitives.ts';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import type { MoveAnswers, MoveWish } from './moveStore.ts';

/** How a deal ends, while it is being said. */
export interface ClosingDraft {
  readonly outcome: Outcome;
  readonly reason: OutcomeReason | null;
  readonly competitor: { readonly id: string | null; readonly name: string } | null;
  readonly note: string;
}

/** What the dialog of a move begins with; null for moves to open stages. */
export function closingDraft({ to, closing }: MoveWish): ClosingDraft | null {
  if (isOpenStage(to)) return null;
  return {
    outcome: closing?.outcome ?? (to.stageClass === 'won' ? 'won' : 'lost'),
    reason: closing?.reason ?? null,
    competitor: null,
    note: closing?.note ?? '',
  };
}

/** A loss has a reason; why a deal was won may be left out. */
export const isExplained = ({ outcome, reason }: ClosingDraft): boolean => outcome === 'won' || reason !== null;

/** What was said, as the move takes it. */
export function closingAnswers({ outcome, reason, competitor, note }: ClosingDraft): MoveAnswers {
  const rival = outcome === 'noDecision' ? null : competitor;
  return {
    outcome,
    ...(reason === null ? {} : { outcomeReason: reason }),
    ...(note.trim() === '' ? {} : { outcomeNote: note.trim() }),
    ...(rival === null ? {} : { competitor: rival.id === null ? { name: rival.name } : { id: rival.id } }),
  };
}

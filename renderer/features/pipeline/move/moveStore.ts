import { create } from 'zustand';
import type { InputOf } from '#shared/contract/operation.ts';
import type { DealCard, GateItem, pipelineContract, Process, Stage } from '#shared/contract/pipeline.contract.ts';

/** Where a card is put within its column: the cards above and below, null at an end. */
export interface CardPlace {
  readonly aboveId: string | null;
  readonly belowId: string | null;
}

/** A person's wish to move deals, whichever way it was expressed. */
export interface MoveWish {
  readonly process: Process;
  /** The deals, the one under the pointer or focus first. */
  readonly deals: readonly DealCard[];
  readonly to: Stage;
  readonly place?: CardPlace | undefined;
}

/** What the person adds when a move asks back. */
export type MoveAnswers = Pick<
  InputOf<typeof pipelineContract.move>,
  'reason' | 'evidence' | 'fields' | 'outcomeReason' | 'outcomeNote'
>;

export type ReasonFor = 'skip' | 'back' | 'lost' | 'reopen' | 'pause';

/** What must be answered before a move can go on; the gate dialog shows it. */
export interface MoveQuestion {
  readonly wish: MoveWish;
  /** Open criteria; empty where only a reason is missing. */
  readonly items: readonly GateItem[];
  /** A blocking criterion is open: no reason helps. */
  readonly blocked: boolean;
  readonly reasonFor: ReasonFor | null;
}

/** A deal of a bulk move that had to stay. */
export interface Refusal {
  readonly deal: DealCard;
  readonly error: { readonly type: string };
}

interface MoveState {
  readonly question: MoveQuestion | null;
  /** What a bulk move left behind. */
  readonly refused: { readonly wish: MoveWish; readonly moved: number; readonly list: readonly Refusal[] } | null;
}

/** The dialogs of moving. */
export const moveStore = create<MoveState>(() => ({ question: null, refused: null }));

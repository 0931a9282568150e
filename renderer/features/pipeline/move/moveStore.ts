import { create } from 'zustand';
import type { InputOf } from '#shared/contract/operation.ts';
import type { DealCard, GateItem, pipelineContract, Process, Stage } from '#shared/contract/pipeline.contract.ts';
import type { Outcome, OutcomeReason } from '#shared/contract/primitives.ts';

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
  /** What the dialog of a closing move begins with. */
  readonly closing?: { readonly outcome: Outcome; readonly reason: OutcomeReason; readonly note: string } | undefined;
}

/** What the person adds when a move asks back. */
export type MoveAnswers = Omit<
  InputOf<typeof pipelineContract.move>,
  'opportunityId' | 'toStageId' | 'fromStageId' | 'beforeId' | 'afterId'
>;

export type ReasonFor = 'skip' | 'back' | 'lost' | 'reopen' | 'pause';

/** What must be answered before a move can go on; the gate dialog shows it. */
export interface MoveQuestion {
  readonly wish: MoveWish;
  /** Open criteria; empty where only a reason is missing. */
  readonly items: readonly GateItem[];
  readonly reasonFor: ReasonFor | null;
}

/** A deal of a bulk move that had to stay. */
export interface Refusal {
  readonly deal: DealCard;
  readonly error: { readonly type: string };
}

/** Deals that are to be parked, and what the question for the reason begins with. */
export interface PauseWish {
  readonly deals: readonly { readonly id: string; readonly name: string }[];
  readonly reason: string;
}

interface MoveState {
  readonly question: MoveQuestion | null;
  /** What a bulk move left behind. */
  readonly refused: {
    readonly wish: MoveWish;
    readonly answers: MoveAnswers;
    readonly moved: number;
    readonly list: readonly Refusal[];
  } | null;
  readonly pausing: PauseWish | null;
}

/** The dialogs of moving. */
export const moveStore = create<MoveState>(() => ({ question: null, refused: null, pausing: null }));

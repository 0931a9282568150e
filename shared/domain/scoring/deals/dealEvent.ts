/** The stage a deal came into, as far as a model may know it. */
export interface StageFacts {
  readonly weight: number;
  /** 0 first … 1 last open stage. */
  readonly place: number;
  /** verify | engage | propose | negotiate | won | lost */
  readonly stageClass: string;
  readonly allowedDays: number | null;
}

/** Something that happened to a deal; `at` in epoch ms, `id` settles the order within one instant. */
export type DealEvent = { readonly at: number; readonly id: string } & (
  | { readonly kind: 'stage'; readonly stage: StageFacts | null; readonly move: string }
  /** The expected close became this day; `from` is null where it is only first known. */
  | { readonly kind: 'close'; readonly from: string | null; readonly day: string | null }
  | { readonly kind: 'amount'; readonly amountMinor: number | null }
  | { readonly kind: 'activity'; readonly activityKind: string; readonly contactIds: readonly string[] }
  | {
      readonly kind: 'person';
      readonly personId: string;
      readonly contactId: string | null;
      readonly roles: readonly string[];
    }
  | { readonly kind: 'personGone'; readonly personId: string }
  | { readonly kind: 'stance'; readonly personId: string; readonly stance: string }
  | { readonly kind: 'judgement'; readonly code: string; readonly judge: string; readonly value: number | null }
  /** One more or one fewer, when it was taken away again. */
  | { readonly kind: 'evidence' | 'task' | 'document'; readonly by: 1 | -1 }
);

/** What of a deal is taken as it is: what changes slowly, and whatever has no history. */
export interface DealConstants {
  readonly createdAt: number;
  /** The amount when it began; the first one known. */
  readonly amountMinor: number | null;
  readonly processId: string;
  readonly productLineId: string;
  readonly source: string;
  readonly ownerId: string;
  readonly industry: string;
  readonly region: string;
  readonly ownership: string;
  readonly tier: string;
  readonly employees: number | null;
}

/** Within one instant: first how the deal stands, then who there is, then what they did. */
const ranks: readonly DealEvent['kind'][] = [
  'stage',
  'amount',
  'close',
  'person',
  'stance',
  'judgement',
  'evidence',
  'document',
  'task',
  'activity',
  'personGone',
];

/** Events in the one order in which they are folded, whatever order they were read in. */
export function orderDealEvents(events: readonly DealEvent[]): DealEvent[] {
  return events.toSorted(
    (a, b) => a.at - b.at || ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

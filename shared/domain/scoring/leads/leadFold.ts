import { addDecayed, type Decayed } from '../decayed.ts';
import { RHYTHM_HALF_LIFE_MS } from '../deals/dealFacts.ts';
import { INTEREST_HALF_LIFE_MS, type LeadFacts } from './leadFacts.ts';

/** What can be filled in about a lead. */
export type LeadField = 'need' | 'budget' | 'authority' | 'timing' | 'phone' | 'email';

/** Something that happened to a lead; `at` in epoch ms, `id` settles the order within one instant. */
export type LeadEvent = { readonly at: number; readonly id: string } & (
  | { readonly kind: 'field'; readonly field: LeadField; readonly filled: boolean }
  | { readonly kind: 'activity'; readonly activityKind: string }
  | { readonly kind: 'interest'; readonly eventKind: string }
);

/** What of a lead is taken as it is. */
export interface LeadConstants {
  readonly createdAt: number;
  readonly source: string;
  readonly industry: string;
  readonly region: string;
}

const meetingKinds: ReadonlySet<string> = new Set(['visit', 'meeting', 'demo']);
const ranks: readonly LeadEvent['kind'][] = ['field', 'activity', 'interest'];

/** Events in the one order in which they are folded, whatever order they were read in. */
export function orderLeadEvents(events: readonly LeadEvent[]): LeadEvent[] {
  return events.toSorted(
    (a, b) => a.at - b.at || ranks.indexOf(a.kind) - ranks.indexOf(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** The events of a lead, added up one after the other; facts can be taken at any time in between. */
export class LeadFold {
  readonly #constants: LeadConstants;
  readonly #filled: Partial<Record<LeadField, boolean>> = {};
  #activities = 0;
  #meetings = 0;
  #lastActivityAt: number | null = null;
  #rhythm: Decayed;
  #events = 0;
  readonly #kinds = new Set<string>();
  #lastEventAt: number | null = null;
  #interest: Decayed;

  constructor(constants: LeadConstants) {
    this.#constants = constants;
    this.#rhythm = { value: 0, at: constants.createdAt };
    this.#interest = { value: 0, at: constants.createdAt };
  }

  /** Adds the next event. */
  add(event: LeadEvent): void {
    if (event.kind === 'field') this.#filled[event.field] = event.filled;
    else if (event.kind === 'activity') {
      this.#activities += 1;
      if (meetingKinds.has(event.activityKind)) this.#meetings += 1;
      this.#lastActivityAt = event.at;
      this.#rhythm = addDecayed(this.#rhythm, event.at, RHYTHM_HALF_LIFE_MS);
    } else {
      this.#events += 1;
      this.#kinds.add(event.eventKind);
      this.#lastEventAt = event.at;
      this.#interest = addDecayed(this.#interest, event.at, INTEREST_HALF_LIFE_MS);
    }
  }

  /** What is known now. */
  facts(): LeadFacts {
    return {
      ...this.#constants,
      hasNeed: this.#has('need'),
      hasBudget: this.#has('budget'),
      hasAuthority: this.#has('authority'),
      hasTiming: this.#has('timing'),
      hasPhone: this.#has('phone'),
      hasEmail: this.#has('email'),
      activities: this.#activities,
      meetings: this.#meetings,
      lastActivityAt: this.#lastActivityAt,
      rhythm: this.#rhythm.value,
      rhythmAt: this.#rhythm.at,
      events: this.#events,
      eventKinds: this.#kinds.size,
      lastEventAt: this.#lastEventAt,
      interest: this.#interest.value,
      interestAt: this.#interest.at,
    };
  }

  #has(field: LeadField): number | null {
    const filled = this.#filled[field];
    return filled === undefined ? null : filled ? 1 : 0;
  }
}

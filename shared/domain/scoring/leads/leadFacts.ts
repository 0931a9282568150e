/** What is known of a lead at a moment, in a form from which the features of any later moment follow. Null = unknown. */
export interface LeadFacts {
  readonly createdAt: number;
  /** Whether these were filled in by then; null where the program did not see it happen. */
  readonly hasNeed: number | null;
  readonly hasBudget: number | null;
  readonly hasAuthority: number | null;
  readonly hasTiming: number | null;
  readonly hasPhone: number | null;
  readonly hasEmail: number | null;
  readonly activities: number;
  readonly meetings: number;
  readonly lastActivityAt: number | null;
  /** Activities with a half-life of 30 days, as of `rhythmAt`. */
  readonly rhythm: number;
  readonly rhythmAt: number;
  /** What the lead did itself (visits, downloads, events …), with a half-life of 14 days, as of `interestAt`. */
  readonly events: number;
  readonly eventKinds: number;
  readonly lastEventAt: number | null;
  readonly interest: number;
  readonly interestAt: number;
  /** What changes slowly is taken as it is. */
  readonly source: string;
  readonly industry: string;
  readonly region: string;
}

/** Half-life of a lead's own interest. */
export const INTEREST_HALF_LIFE_MS = 14 * 86_400_000;

/** Order of the fields in the stored form. */
const numbers = [
  'createdAt',
  'hasNeed',
  'hasBudget',
  'hasAuthority',
  'hasTiming',
  'hasPhone',
  'hasEmail',
  'activities',
  'meetings',
  'lastActivityAt',
  'rhythm',
  'rhythmAt',
  'events',
  'eventKinds',
  'lastEventAt',
  'interest',
  'interestAt',
] as const satisfies readonly (keyof LeadFacts)[];

const words = ['source', 'industry', 'region'] as const satisfies readonly (keyof LeadFacts)[];

/** The facts as compact text: one JSON list, numbers first, then words (readPacked takes it apart without reading it all). */
export function packLeadFacts(facts: LeadFacts): string {
  return JSON.stringify([...numbers, ...words].map((field) => facts[field]));
}

/** The facts of a list that `packLeadFacts` wrote. */
export function readLeadFacts(list: readonly (string | number | null)[]): LeadFacts {
  return leadFactsOf(list.slice(0, numbers.length) as (number | null)[], list.slice(numbers.length) as string[]);
}

/** The facts of numbers and words. Written out, because 100,000 objects filled name by name take seconds. */
export function leadFactsOf(number: readonly (number | null)[], word: readonly string[]): LeadFacts {
  return {
    createdAt: number[0],
    hasNeed: number[1],
    hasBudget: number[2],
    hasAuthority: number[3],
    hasTiming: number[4],
    hasPhone: number[5],
    hasEmail: number[6],
    activities: number[7],
    meetings: number[8],
    lastActivityAt: number[9],
    rhythm: number[10],
    rhythmAt: number[11],
    events: number[12],
    eventKinds: number[13],
    lastEventAt: number[14],
    interest: number[15],
    interestAt: number[16],
    source: word[0],
    industry: word[1],
    region: word[2],
  } as LeadFacts;
}

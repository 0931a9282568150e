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

const fields = [
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
  'source',
  'industry',
  'region',
] as const satisfies readonly (keyof LeadFacts)[];

/** The facts as compact text: a JSON list in the order of the fields. */
export function packLeadFacts(facts: LeadFacts): string {
  return JSON.stringify(fields.map((field) => facts[field]));
}

/** The facts of a list that `packLeadFacts` wrote. Written out, because 100,000 objects filled name by name take seconds. */
export function readLeadFacts(list: readonly (string | number | null)[]): LeadFacts {
  return {
    createdAt: list[0],
    hasNeed: list[1],
    hasBudget: list[2],
    hasAuthority: list[3],
    hasTiming: list[4],
    hasPhone: list[5],
    hasEmail: list[6],
    activities: list[7],
    meetings: list[8],
    lastActivityAt: list[9],
    rhythm: list[10],
    rhythmAt: list[11],
    events: list[12],
    eventKinds: list[13],
    lastEventAt: list[14],
    interest: list[15],
    interestAt: list[16],
    source: list[17],
    industry: list[18],
    region: list[19],
  } as LeadFacts;
}

/**
 * What is known of a deal at a moment: its events added up, in a form from which the features of any later moment follow
 * (docs/adr/0012-scoring.md). Instants in epoch ms; null means unknown, which is not zero.
 */
export interface DealFacts {
  readonly createdAt: number;
  /** Stage weight, 0..1, and its place in the process, 0 first … 1 last open stage. */
  readonly stageWeight: number | null;
  readonly stagePlace: number | null;
  /** verify | engage | propose | negotiate, or empty. */
  readonly stageClass: string;
  /** Business days the stage allows. */
  readonly stageAllowedDays: number | null;
  readonly stageEnteredAt: number | null;
  /** Moves back to an earlier stage, and how often it was taken up again after it had been closed. */
  readonly backs: number;
  readonly reopened: number;
  /** The expected close as an instant (noon UTC of its day). */
  readonly closeAt: number | null;
  /** Times the expected close was moved later. */
  readonly pushes: number;
  /** Minor units. */
  readonly amountMinor: number | null;
  readonly amountUps: number;
  readonly amountDowns: number;
  /** Contacts with the customer, internal notes not among them; visits, meetings and demos of these. */
  readonly activities: number;
  readonly meetings: number;
  readonly lastActivityAt: number | null;
  /** Activities with a half-life of 30 days, as of `rhythmAt`. */
  readonly rhythm: number;
  readonly rhythmAt: number;
  /** People who took part in anything. */
  readonly contactsMet: number;
  /** People in the power map, and of them those who took part in anything. */
  readonly people: number;
  readonly peopleMet: number;
  /** Deciders and approvers in the map. */
  readonly deciders: number;
  readonly decidersMet: number;
  readonly coaches: number;
  /** By stance as far as it was dated by then. */
  readonly supporters: number;
  readonly opponents: number;
  /** C139 elements true by the newest self judgement; null while nothing of the family was judged. */
  readonly c139Clear: number | null;
  readonly c139First: number | null;
  readonly c139Win: number | null;
  /** Elements that a coach confirmed; null without a coach's judgement. */
  readonly c139Coach: number | null;
  /** Criteria proven, tasks done, documents attached. */
  readonly evidence: number;
  readonly tasksDone: number;
  readonly documents: number;
  /** What changes slowly is taken as it is. Ids or words; empty = unknown. */
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

/** Half-life of the activity rhythm. */
export const RHYTHM_HALF_LIFE_MS = 30 * 86_400_000;

/** Order of the fields in the stored form. */
const numbers = [
  'createdAt',
  'stageWeight',
  'stagePlace',
  'stageAllowedDays',
  'stageEnteredAt',
  'backs',
  'reopened',
  'closeAt',
  'pushes',
  'amountMinor',
  'amountUps',
  'amountDowns',
  'activities',
  'meetings',
  'lastActivityAt',
  'rhythm',
  'rhythmAt',
  'contactsMet',
  'people',
  'peopleMet',
  'deciders',
  'decidersMet',
  'coaches',
  'supporters',
  'opponents',
  'c139Clear',
  'c139First',
  'c139Win',
  'c139Coach',
  'evidence',
  'tasksDone',
  'documents',
  'employees',
] as const satisfies readonly (keyof DealFacts)[];

const words = [
  'stageClass',
  'processId',
  'productLineId',
  'source',
  'ownerId',
  'industry',
  'region',
  'ownership',
  'tier',
] as const satisfies readonly (keyof DealFacts)[];

/** The facts as compact text: one JSON list, numbers first, then words (readPacked takes it apart without reading it all). */
export function packDealFacts(facts: DealFacts): string {
  return JSON.stringify([...numbers, ...words].map((field) => facts[field]));
}

/** The facts of a list that `packDealFacts` wrote. */
export function readDealFacts(list: readonly (string | number | null)[]): DealFacts {
  return dealFactsOf(list.slice(0, numbers.length) as (number | null)[], list.slice(numbers.length) as string[]);
}

/** The facts of numbers and words. Written out, because 100,000 objects filled name by name take seconds. */
export function dealFactsOf(number: readonly (number | null)[], word: readonly string[]): DealFacts {
  return {
    createdAt: number[0],
    stageWeight: number[1],
    stagePlace: number[2],
    stageAllowedDays: number[3],
    stageEnteredAt: number[4],
    backs: number[5],
    reopened: number[6],
    closeAt: number[7],
    pushes: number[8],
    amountMinor: number[9],
    amountUps: number[10],
    amountDowns: number[11],
    activities: number[12],
    meetings: number[13],
    lastActivityAt: number[14],
    rhythm: number[15],
    rhythmAt: number[16],
    contactsMet: number[17],
    people: number[18],
    peopleMet: number[19],
    deciders: number[20],
    decidersMet: number[21],
    coaches: number[22],
    supporters: number[23],
    opponents: number[24],
    c139Clear: number[25],
    c139First: number[26],
    c139Win: number[27],
    c139Coach: number[28],
    evidence: number[29],
    tasksDone: number[30],
    documents: number[31],
    employees: number[32],
    stageClass: word[0],
    processId: word[1],
    productLineId: word[2],
    source: word[3],
    ownerId: word[4],
    industry: word[5],
    region: word[6],
    ownership: word[7],
    tier: word[8],
  } as DealFacts;
}

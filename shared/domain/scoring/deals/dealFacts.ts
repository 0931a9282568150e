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
const fields = [
  'createdAt',
  'stageWeight',
  'stagePlace',
  'stageClass',
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
  'processId',
  'productLineId',
  'source',
  'ownerId',
  'industry',
  'region',
  'ownership',
  'tier',
  'employees',
] as const satisfies readonly (keyof DealFacts)[];

/** The facts as compact text: a JSON list in the order of the fields. */
export function packDealFacts(facts: DealFacts): string {
  return JSON.stringify(fields.map((field) => facts[field]));
}

/** The facts of a list that `packDealFacts` wrote. Written out, because 100,000 objects filled name by name take seconds. */
export function readDealFacts(list: readonly (string | number | null)[]): DealFacts {
  return {
    createdAt: list[0],
    stageWeight: list[1],
    stagePlace: list[2],
    stageClass: list[3],
    stageAllowedDays: list[4],
    stageEnteredAt: list[5],
    backs: list[6],
    reopened: list[7],
    closeAt: list[8],
    pushes: list[9],
    amountMinor: list[10],
    amountUps: list[11],
    amountDowns: list[12],
    activities: list[13],
    meetings: list[14],
    lastActivityAt: list[15],
    rhythm: list[16],
    rhythmAt: list[17],
    contactsMet: list[18],
    people: list[19],
    peopleMet: list[20],
    deciders: list[21],
    decidersMet: list[22],
    coaches: list[23],
    supporters: list[24],
    opponents: list[25],
    c139Clear: list[26],
    c139First: list[27],
    c139Win: list[28],
    c139Coach: list[29],
    evidence: list[30],
    tasksDone: list[31],
    documents: list[32],
    processId: list[33],
    productLineId: list[34],
    source: list[35],
    ownerId: list[36],
    industry: list[37],
    region: list[38],
    ownership: list[39],
    tier: list[40],
    employees: list[41],
  } as DealFacts;
}

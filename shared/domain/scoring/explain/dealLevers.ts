import { decayedTo } from '../decayed.ts';
import { type DealFacts, RHYTHM_HALF_LIFE_MS } from '../deals/dealFacts.ts';

/** Things a seller can do. Nobody can make a deal younger, smaller or of another industry, and moving a date is no progress. */
export type DealLeverKind =
  | 'meetDecider'
  | 'meetPerson'
  | 'contact'
  | 'findCoach'
  | 'winSupporter'
  | 'clearElement'
  | 'winFirst'
  | 'proveCriterion'
  | 'finishTask';

/** An action, and what would be known of the deal after it. */
export interface DealLever {
  readonly kind: DealLeverKind;
  /** The feature that shows it was done: its past records are the support. */
  readonly shownBy: string;
  /** Whether this deal leaves room for it. */
  readonly applies: (facts: DealFacts, asOf: number) => boolean;
  readonly change: (facts: DealFacts, asOf: number) => DealFacts;
}

/** Facts that levers may touch; everything else is out of a seller's hands. */
export const leverFacts = [
  'activities',
  'meetings',
  'lastActivityAt',
  'rhythm',
  'rhythmAt',
  'contactsMet',
  'peopleMet',
  'decidersMet',
  'coaches',
  'supporters',
  'c139Clear',
  'c139First',
  'evidence',
  'tasksDone',
] as const satisfies readonly (keyof DealFacts)[];

const DAY = 86_400_000;
/** A contact is worth proposing once nobody heard from the customer for this long. */
const QUIET_DAYS = 7;
const CLEAR_ELEMENTS = 9;
const FIRST_ELEMENTS = 3;

/** One more contact with the customer at that moment. */
function withContact(facts: DealFacts, asOf: number, meeting: boolean): DealFacts {
  return {
    ...facts,
    activities: facts.activities + 1,
    meetings: facts.meetings + (meeting ? 1 : 0),
    lastActivityAt: asOf,
    rhythm: decayedTo({ value: facts.rhythm, at: facts.rhythmAt }, asOf, RHYTHM_HALF_LIFE_MS) + 1,
    rhythmAt: asOf,
  };
}

/** Everything that can be done about a deal, in the order in which it is proposed where no figure can order it. */
export const dealLevers: readonly DealLever[] = [
  {
    kind: 'meetDecider',
    shownBy: 'deciderMet',
    applies: (facts) => facts.deciders > 0 && facts.decidersMet === 0,
    change: (facts, asOf) => ({
      ...withContact(facts, asOf, true),
      contactsMet: facts.contactsMet + 1,
      peopleMet: Math.min(facts.people, facts.peopleMet + 1),
      decidersMet: facts.decidersMet + 1,
    }),
  },
  {
    kind: 'findCoach',
    shownBy: 'coach',
    applies: (facts) => facts.people > 0 && facts.coaches === 0,
    change: (facts) => ({ ...facts, coaches: 1 }),
  },
  {
    kind: 'meetPerson',
    shownBy: 'peopleMet',
    applies: (facts) => facts.people - facts.peopleMet > Math.max(0, facts.deciders - facts.decidersMet),
    change: (facts, asOf) => ({
      ...withContact(facts, asOf, true),
      contactsMet: facts.contactsMet + 1,
      peopleMet: facts.peopleMet + 1,
    }),
  },
  {
    kind: 'contact',
    shownBy: 'silence',
    applies: (facts, asOf) => asOf - (facts.lastActivityAt ?? facts.createdAt) > QUIET_DAYS * DAY,
    change: (facts, asOf) => withContact(facts, asOf, false),
  },
  {
    kind: 'winFirst',
    shownBy: 'c139First',
    applies: (facts) => facts.c139First !== null && facts.c139First < FIRST_ELEMENTS,
    change: (facts) => ({ ...facts, c139First: (facts.c139First ?? 0) + 1 }),
  },
  {
    kind: 'clearElement',
    shownBy: 'c139Clear',
    applies: (facts) => facts.c139Clear !== null && facts.c139Clear < CLEAR_ELEMENTS,
    change: (facts) => ({ ...facts, c139Clear: (facts.c139Clear ?? 0) + 1 }),
  },
  {
    kind: 'winSupporter',
    shownBy: 'supporters',
    applies: (facts) => facts.people > facts.supporters + facts.opponents,
    change: (facts) => ({ ...facts, supporters: facts.supporters + 1 }),
  },
  {
    kind: 'proveCriterion',
    shownBy: 'evidence',
    applies: () => true,
    change: (facts) => ({ ...facts, evidence: facts.evidence + 1 }),
  },
  {
    kind: 'finishTask',
    shownBy: 'tasksDone',
    applies: () => true,
    change: (facts) => ({ ...facts, tasksDone: facts.tasksDone + 1 }),
  },
];

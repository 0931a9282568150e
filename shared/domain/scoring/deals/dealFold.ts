import { addDecayed, type Decayed } from '../decayed.ts';
import type { DealConstants, DealEvent, StageFacts } from './dealEvent.ts';
import { type DealFacts, RHYTHM_HALF_LIFE_MS } from './dealFacts.ts';

const meetingKinds: ReadonlySet<string> = new Set(['visit', 'meeting', 'demo']);
const closedClasses: ReadonlySet<string> = new Set(['won', 'lost']);

interface Person {
  readonly contactId: string | null;
  readonly roles: readonly string[];
}

/**
 * The events of a deal, added up one after the other in the order of `orderDealEvents`. Facts can be taken at any time in
 * between and never know what comes later.
 */
export class DealFold {
  readonly #constants: DealConstants;
  #stage: StageFacts | null = null;
  #stageEnteredAt: number | null = null;
  #closed = false;
  #backs = 0;
  #reopened = 0;
  #closeDay: string | null = null;
  #pushes = 0;
  #amountMinor: number | null;
  #amountUps = 0;
  #amountDowns = 0;
  #activities = 0;
  #meetings = 0;
  #lastActivityAt: number | null = null;
  #rhythm: Decayed;
  readonly #met = new Set<string>();
  readonly #people = new Map<string, Person>();
  readonly #stances = new Map<string, string>();
  readonly #judgements = new Map<string, number>();
  readonly #counts = { evidence: 0, task: 0, document: 0 };

  constructor(constants: DealConstants) {
    this.#constants = constants;
    this.#amountMinor = constants.amountMinor;
    this.#rhythm = { value: 0, at: constants.createdAt };
  }

  /** Whether the deal is closed as far as it was folded. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Adds the next event. */
  add(event: DealEvent): void {
    switch (event.kind) {
      case 'stage':
        return this.#enter(event.stage, event.move, event.at);
      case 'close':
        return this.#moveClose(event.from, event.day);
      case 'amount':
        return this.#changeAmount(event.amountMinor);
      case 'activity':
        return this.#act(event.activityKind, event.contactIds, event.at);
      case 'person':
        this.#people.set(event.personId, event);
        return undefined;
      case 'personGone':
        this.#people.delete(event.personId);
        return undefined;
      case 'stance':
        this.#stances.set(event.personId, event.stance);
        return undefined;
      case 'judgement':
        return this.#judge(`${event.judge} ${event.code}`, event.value);
      default:
        this.#counts[event.kind] += event.by;
        return undefined;
    }
  }

  #enter(stage: StageFacts | null, move: string, at: number): void {
    const wasClosed = this.#closed;
    this.#closed = stage !== null && closedClasses.has(stage.stageClass);
    if (this.#closed || stage === null) return;
    if (wasClosed) this.#reopened += 1;
    if (move === 'back') this.#backs += 1;
    this.#stage = stage;
    this.#stageEnteredAt = at;
  }

  #moveClose(from: string | null, day: string | null): void {
    if (from !== null && day !== null && day > from) this.#pushes += 1;
    this.#closeDay = day;
  }

  #changeAmount(amountMinor: number | null): void {
    const before = this.#amountMinor;
    if (before !== null && amountMinor !== null && amountMinor > before) this.#amountUps += 1;
    if (before !== null && amountMinor !== null && amountMinor < before) this.#amountDowns += 1;
    this.#amountMinor = amountMinor;
  }

  #act(kind: string, contactIds: readonly string[], at: number): void {
    this.#activities += 1;
    if (meetingKinds.has(kind)) this.#meetings += 1;
    this.#lastActivityAt = at;
    this.#rhythm = addDecayed(this.#rhythm, at, RHYTHM_HALF_LIFE_MS);
    for (const id of contactIds) this.#met.add(id);
  }

  #judge(key: string, value: number | null): void {
    if (value === null) this.#judgements.delete(key);
    else this.#judgements.set(key, value);
  }

  /** What is known now. */
  facts(): DealFacts {
    const { amountMinor: _first, ...constants } = this.#constants;
    return {
      ...constants,
      stageWeight: this.#stage?.weight ?? null,
      stagePlace: this.#stage?.place ?? null,
      stageClass: this.#stage?.stageClass ?? '',
      stageAllowedDays: this.#stage?.allowedDays ?? null,
      stageEnteredAt: this.#stageEnteredAt,
      backs: this.#backs,
      reopened: this.#reopened,
      closeAt: this.#closeDay === null ? null : noonOf(this.#closeDay),
      pushes: this.#pushes,
      amountMinor: this.#amountMinor,
      amountUps: this.#amountUps,
      amountDowns: this.#amountDowns,
      activities: this.#activities,
      meetings: this.#meetings,
      lastActivityAt: this.#lastActivityAt,
      rhythm: this.#rhythm.value,
      rhythmAt: this.#rhythm.at,
      contactsMet: this.#met.size,
      ...this.#peopleFacts(),
      c139Clear: this.#trueOf('self C'),
      c139First: this.#trueOf('self F'),
      c139Win: this.#trueOf('self W'),
      c139Coach: this.#trueOf('coach '),
      evidence: this.#counts.evidence,
      tasksDone: this.#counts.task,
      documents: this.#counts.document,
    };
  }

  #peopleFacts() {
    const facts = { people: 0, peopleMet: 0, deciders: 0, decidersMet: 0, coaches: 0, supporters: 0, opponents: 0 };
    for (const [id, { contactId, roles }] of this.#people) {
      const met = contactId !== null && this.#met.has(contactId) ? 1 : 0;
      const decides = roles.includes('decider') || roles.includes('approver') ? 1 : 0;
      const stance = this.#stances.get(id);
      facts.people += contactId === null ? 0 : 1;
      facts.peopleMet += met;
      facts.deciders += decides;
      facts.decidersMet += decides * met;
      facts.coaches += contactId !== null && roles.includes('coach') ? 1 : 0;
      facts.supporters += stance === 'champion' || stance === 'support' ? 1 : 0;
      facts.opponents += stance === 'resist' || stance === 'oppose' ? 1 : 0;
    }
    return facts;
  }

  /** How many of the judgements with this beginning are true; null without any. */
  #trueOf(beginning: string): number | null {
    let count: number | null = null;
    for (const [key, value] of this.#judgements) if (key.startsWith(beginning)) count = (count ?? 0) + value;
    return count;
  }
}

const noonOf = (day: string): number | null => {
  const at = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(at) ? null : at;
};

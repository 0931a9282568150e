import type { SampleContact } from './sampleAccounts.ts';
import type { SeededDeal } from './dealRows.ts';
import type { SampleStudio } from './sampleStudio.ts';

/** A person who has a part in the deal; `effort` is how often, in proportion, they are met. */
export interface DealPerson {
  readonly contact: SampleContact;
  readonly effort: number;
  /** Not on our side: is not quoted with friendly words. */
  readonly wary?: boolean;
  touches: number;
}

const isDecider = ({ seat }: SampleContact): boolean =>
  seat.roles.includes('decider') || seat.roles.includes('approver');

/** Who takes part: the heads, the users and some of the rest, four to ten people where the customer has as many. */
export function choosePeople(studio: SampleStudio, deal: SeededDeal): DealPerson[] {
  const { prng } = studio;
  const { contacts } = deal.account;
  const wanted = Math.min(contacts.length, prng.int(4, 10));
  const must = contacts.filter(({ seat }) => seat.roles.includes('decider') || seat.roles.includes('coach'));
  const rest = prng.shuffle(contacts.filter((contact) => !must.includes(contact)));
  const chosen = new Set([...must, ...rest].slice(0, Math.max(wanted, must.length)));
  // Sellers go where the door is open: purchasing and users often, leaders seldom, and never to whom they cannot reach.
  const lovesPurchasing = prng.chance(0.4);
  return contacts
    .filter((contact) => chosen.has(contact))
    .map((contact) => ({ contact, touches: 0, effort: effortFor(studio, deal, contact, lovesPurchasing) }));
}

function effortFor(studio: SampleStudio, deal: SeededDeal, contact: SampleContact, lovesPurchasing: boolean): number {
  if (isDecider(contact)) return deal.plan.nature.deciderMet ? 0.9 : 0;
  const { roles } = contact.seat;
  if (roles.includes('purchasing')) return lovesPurchasing ? 5 : 1.2;
  if (roles.includes('coach')) return 3;
  return studio.prng.chance(0.25) ? 0 : 1;
}

/** Adds the power map: people with roles, influence and stance, and the lines between them. */
export function addPeople(studio: SampleStudio, deal: SeededDeal, people: readonly DealPerson[]): void {
  const { prng, days, rows, newId } = studio;
  const shares = shareInfluence(studio, people);
  const at = deal.visitedAt[Math.min(1, deal.visitedAt.length - 1)]!;
  const ids = people.map(() => newId(at));
  for (const [index, person] of people.entries()) {
    const stance = drawStance(studio, deal, person);
    const judgedDay = Math.max(deal.plan.visits[0]!.day, deal.plan.lastDay - prng.int(0, 75));
    rows.add('stakeholder', {
      id: ids[index]!,
      opportunityId: deal.id,
      contactId: person.contact.id,
      roles: JSON.stringify(person.contact.seat.roles.filter((role) => role !== 'coach' || stance === 'champion')),
      influence: shares[index]!,
      stance,
      stanceDate: stance === 'unknown' ? null : days.day(judgedDay),
      coverage: coverageOf(person.touches),
      politicalStatus: shares[index]! >= 18 ? 'inner' : shares[index]! >= 7 ? 'structure' : 'outside',
      orientation: orientationOf(person.contact),
      responseMode: prng.pick(['growth', 'trouble', 'evenKeel', 'overconfident', 'unknown']),
      confidence: person.touches === 0 ? 'unclear' : prng.pick(['inferred', 'explicit', 'explicit', 'consensus']),
      createdAt: at,
    });
  }
  addRelations(studio, deal, people, ids, at);
}

/** Whole percents that sum to 100. */
function shareInfluence(studio: SampleStudio, people: readonly DealPerson[]): number[] {
  const raw = people.map(({ contact }) => contact.seat.influence * (0.75 + 0.5 * studio.prng.next()));
  const sum = raw.reduce((total, value) => total + value, 0);
  const shares = raw.map((value) => Math.max(1, Math.floor((value / sum) * 100)));
  const missing = 100 - shares.reduce((total, value) => total + value, 0);
  shares[shares.indexOf(Math.max(...shares))]! += missing;
  return shares;
}

function drawStance(studio: SampleStudio, deal: SeededDeal, person: DealPerson): string {
  const { prng } = studio;
  if (person.touches === 0) return prng.chance(0.85) ? 'unknown' : 'neutral';
  // How it ends is not asked: a stance is judged before the end.
  const leaning = 0.4 * deal.plan.nature.strength;
  const liking =
    0.8 * deal.plan.nature.quality +
    0.8 * prng.normal() +
    leaning +
    (person.contact.seat.roles.includes('coach') ? 0.5 : 0);
  if (liking > 1.3) return isDecider(person.contact) ? 'support' : 'champion';
  if (liking > 0.35) return 'support';
  if (liking > -0.7) return 'neutral';
  return liking > -1.5 ? 'resist' : 'oppose';
}

const coverageOf = (touches: number): string => {
  if (touches === 0) return 'none';
  return touches < 3 ? 'brief' : touches < 7 ? 'multiple' : 'deep';
};

function orientationOf({ seat }: SampleContact): string {
  if (seat.roles.includes('user')) return 'technical';
  if (seat.roles.includes('purchasing')) return 'financial';
  return seat.roles.includes('decider') ? 'business' : 'relationship';
}

function addRelations(
  studio: SampleStudio,
  deal: SeededDeal,
  people: readonly DealPerson[],
  ids: readonly string[],
  at: number,
): void {
  const { prng, rows, newId } = studio;
  const add = (from: number, to: number, kind: string, confirmed: 0 | 1, strength: number | null): void => {
    if (from === to || from < 0 || to < 0) return;
    rows.add('stakeholderRelation', {
      id: newId(at),
      opportunityId: deal.id,
      fromId: ids[from]!,
      toId: ids[to]!,
      kind,
      strength,
      confirmed,
      createdAt: at,
    });
  };
  const indexOfSeat = (seat: number): number => people.findIndex(({ contact }) => contact.seatIndex === seat);
  for (const [index, { contact }] of people.entries()) {
    let boss = contact.seat.boss;
    // The superior may not be on this map; then the next one above is shown.
    while (boss !== null && indexOfSeat(boss) < 0) boss = seatAbove(deal, boss);
    if (boss !== null) add(index, indexOfSeat(boss), 'reportsTo', 1, null);
  }
  const decider = people.findIndex(({ contact }) => contact.seat.roles.includes('decider'));
  const coach = people.findIndex(({ contact }) => contact.seat.roles.includes('coach'));
  if (prng.chance(0.7)) add(coach, decider, 'introduces', deal.plan.nature.deciderMet ? 1 : 0, prng.int(1, 3));
  const any = (): number => prng.int(0, people.length - 1);
  add(any(), decider, 'influences', prng.chance(0.5) ? 1 : 0, prng.int(1, 3));
  if (prng.chance(0.4)) add(any(), any(), 'influences', 0, prng.int(1, 3));
  if (prng.chance(0.2)) add(coach, any(), 'conflict', 1, prng.int(1, 3));
  if (prng.chance(0.15)) add(any(), any(), 'alliance', 0, 2);
}

const seatAbove = (deal: SeededDeal, seat: number): number | null => deal.plan.line.industry.seats[seat]!.boss;

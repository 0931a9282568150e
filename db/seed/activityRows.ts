import {
  type ActivityKind,
  activityKinds,
  kindMinutes,
  kindWeights,
  notes,
  subjects,
} from '#resources/sample/conversation.ts';
import type { LocalText } from '#shared/domain/processes/processTemplate.ts';
import type { DealPlan } from './dealPlan.ts';
import type { SeededDeal } from './dealRows.ts';
import type { DealPerson } from './peopleRows.ts';
import { say, type SampleStudio, workMinute } from './sampleStudio.ts';
import type { SampleWorld } from './sampleWorld.ts';

/** Working days within which a deal has its first contacts. */
const FIRST_DAYS = 15;

type OpenClass = keyof typeof kindWeights;

/** What was said and done in a deal's life; counts how often each person was met. */
export function addActivities(
  studio: SampleStudio,
  world: SampleWorld,
  deal: SeededDeal,
  people: readonly DealPerson[],
): void {
  const { prng, profile, days } = studio;
  const { plan } = deal;
  const first = plan.visits[0]!.day;
  const life = plan.lastDay - first;
  const rhythm = Math.exp(0.4 * plan.nature.rhythm);
  const planned = profile.activitiesBase + prng.poisson(Math.min(60, profile.activitiesPerDay * life * rhythm));
  const count = Math.min(profile.activitiesMost, planned);
  // Where the rhythm is low a deal falls silent, as stalled deals do, whatever becomes of it.
  const silent = plan.nature.rhythm < -0.6 ? Math.min(life, prng.int(8, 25)) : 0;
  // The first contacts lie at the beginning: how dense they are must not tell how long the deal is going to live.
  const until = (n: number): number =>
    Math.min(plan.lastDay - silent, n < profile.activitiesBase ? first + FIRST_DAYS : plan.lastDay);
  const moments = Array.from({ length: count }, (_, n) => prng.int(first, Math.max(first, until(n)))).toSorted(
    (a, b) => a - b,
  );
  const decks: Decks = { notes: {}, told: new Set() };
  for (const day of moments) addActivity(studio, world, deal, people, decks, days.instant(day, workMinute(prng)), day);
}

/** What was not yet written in this deal: nobody writes the same sentence three times. */
interface Decks {
  /** Notes left, by class of stage. */
  readonly notes: Partial<Record<OpenClass, LocalText[]>>;
  /** Subjects already used, filled in. */
  readonly told: Set<string>;
}

function drawNote(studio: SampleStudio, decks: Decks, stageClass: OpenClass): LocalText | undefined {
  if (!studio.prng.chance(studio.profile.noted)) return undefined;
  const deck = (decks.notes[stageClass] ??= studio.prng.shuffle(notes[stageClass]));
  return deck.pop();
}

/** Attempts to find a sentence that this deal does not have yet. */
const MOST_REDRAWS = 6;

/** Draws what happened, anew while it was told before. */
function drawSubject(
  studio: SampleStudio,
  world: SampleWorld,
  deal: SeededDeal,
  decks: Decks,
  stageClass: OpenClass,
  person: DealPerson | null,
): { kind: ActivityKind; subject: string; fill: Record<string, string> } {
  const { prng } = studio;
  for (let attempt = 0; ; attempt += 1) {
    const kind = activityKinds[prng.weighted(kindWeights[stageClass])]!;
    const fill = {
      W: person?.contact.name ?? deal.account.contacts[0]!.name,
      T: say(studio, prng.pick(deal.plan.line.industry.topics)),
      O: deal.plan.productName,
      R: prng.pick(world.rivals).name,
    };
    const choice = subjects[stageClass][kind];
    const subject = say(studio, person?.wary ? choice[0]! : prng.pick(choice), fill);
    if (decks.told.has(subject) && attempt < MOST_REDRAWS) continue;
    decks.told.add(subject);
    return { kind, subject, fill };
  }
}

/** Meets somebody: more often whom the seller likes to meet. */
function drawPerson(studio: SampleStudio, people: readonly DealPerson[]): DealPerson | null {
  const efforts = people.map(({ effort }) => effort);
  return efforts.some((effort) => effort > 0) ? people[studio.prng.weighted(efforts)]! : null;
}

function addActivity(
  studio: SampleStudio,
  world: SampleWorld,
  deal: SeededDeal,
  people: readonly DealPerson[],
  decks: Decks,
  at: number,
  day: number,
): void {
  const { prng, rows, newId, profile } = studio;
  const { plan } = deal;
  const stageClass = classOn(plan, day);
  const person = drawPerson(studio, people);
  const { kind, subject, fill } = drawSubject(studio, world, deal, decks, stageClass, person);
  const minutes = kindMinutes[kind];
  const note = drawNote(studio, decks, stageClass);
  const id = newId(at);
  const moment = Math.max(at, deal.createdAt + 60_000);
  rows.add('activity', {
    id,
    kind,
    at: moment,
    durationMinutes: minutes ? Math.round(prng.int(minutes[0], minutes[1]) / 5) * 5 : null,
    subject,
    note: note === undefined || person?.wary ? '' : say(studio, note, fill),
    opportunityId: deal.id,
    accountId: deal.account.id,
    ownerId: plan.owner.id,
    createdAt: moment,
  });
  if (person === null || !prng.chance(profile.attended)) return;
  const met = new Set([person]);
  const company = kind === 'meeting' || kind === 'demo' ? prng.int(1, 3) : kind === 'visit' && prng.chance(0.3) ? 1 : 0;
  for (let extra = 0; extra < company; extra += 1) met.add(drawPerson(studio, people)!);
  for (const { contact } of met) rows.add('activityContact', { id: newId(at), activityId: id, contactId: contact.id });
  for (const one of met) one.touches += 1;
}

/** Class of the stage the deal was in on a day. */
export function classOn(plan: DealPlan, day: number): OpenClass {
  const visit = plan.visits.findLast((one) => one.day <= day) ?? plan.visits[0]!;
  return plan.line.openStages[visit.stage]!.stageClass as OpenClass;
}

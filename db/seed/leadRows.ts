import { behaviourKinds, leadNeeds, leadReasons, sampleSources } from '#resources/sample/conversation.ts';
import type { DealPlan } from './dealPlan.ts';
import type { SampleNames } from './sampleNames.ts';
import { say, type SampleStudio, workMinute } from './sampleStudio.ts';
import type { SampleWorld } from './sampleWorld.ts';

/** How leads end up: as many new ones as a working team has, most of the old ones given up or put back. */
const STATUSES = [
  { status: 'new', share: 28, oldest: 12 },
  { status: 'verifying', share: 14, oldest: 30 },
  { status: 'disqualified', share: 34, oldest: 480 },
  { status: 'pool', share: 24, oldest: 300 },
] as const;

/** Adds leads that did not become deals (yet), with what they did on the website and elsewhere. */
export function addLeads(studio: SampleStudio, world: SampleWorld, names: SampleNames, count: number): void {
  const { prng, days, rows, newId } = studio;
  for (let index = 0; index < count; index += 1) {
    const { status, oldest } = STATUSES[prng.weighted(STATUSES.map(({ share }) => share))]!;
    const line = prng.pick(world.lines);
    const day = Math.max(0, days.today - prng.int(1, Math.min(oldest, days.today)));
    const at = days.instant(day, workMinute(prng));
    const id = newId(at);
    const fill = { O: say(studio, prng.pick(line.offers).offer.product) };
    const known = status !== 'new' || prng.chance(0.3);
    rows.add('lead', {
      id,
      company: names.organisation(line.industry.organisations, names.place()),
      personName: names.person(),
      title: known ? say(studio, prng.pick(line.industry.seats).title) : '',
      mobile: prng.chance(0.7) ? `1990000${String(prng.int(0, 9999)).padStart(4, '0')}` : '',
      source: say(studio, prng.pick(sampleSources).name),
      status,
      ownerId: status === 'pool' ? null : prng.pick(world.sellers).id,
      need: known ? say(studio, prng.pick(leadNeeds), fill) : '',
      budgetMinor: status === 'verifying' && prng.chance(0.4) ? prng.int(20, 600) * 1_000_000 : null,
      reason: status === 'disqualified' ? say(studio, prng.pick(leadReasons)) : '',
      createdAt: at,
    });
    addBehaviour(studio, { leadId: id }, at, days.today - 1);
  }
}

/** The lead a deal came from, converted on the day the deal began; answers its id. */
export function addConvertedLead(studio: SampleStudio, plan: DealPlan, opportunityId: string, dealAt: number): string {
  const { prng, rows, newId } = studio;
  const at = dealAt - prng.int(1, 25) * 86_400_000;
  const id = newId(at);
  const contact = prng.pick(plan.account.contacts);
  rows.add('lead', {
    id,
    company: plan.account.name,
    personName: contact.name,
    title: say(studio, contact.seat.title),
    source: say(studio, sampleSources[plan.nature.sourceIndex]!.name),
    status: 'converted',
    ownerId: plan.owner.id,
    need: say(studio, prng.pick(leadNeeds), { O: plan.productName }),
    accountId: plan.account.id,
    contactId: contact.id,
    opportunityId,
    createdAt: at,
  });
  addBehaviour(studio, { leadId: id, contactId: contact.id, accountId: plan.account.id }, at, plan.visits[0]!.day);
  return id;
}

function addBehaviour(
  studio: SampleStudio,
  who: { leadId: string; contactId?: string; accountId?: string },
  from: number,
  lastDay: number,
): void {
  const { prng, rows, newId, days } = studio;
  const latest = days.instant(lastDay, 480);
  for (let count = prng.poisson(2.2); count > 0; count -= 1) {
    const at = from + Math.floor(prng.next() ** 1.5 * Math.max(0, latest - from));
    const kind = behaviourKinds[prng.weighted(behaviourKinds.map(({ weight }) => weight))]!;
    rows.add('behaviourEvent', {
      id: newId(at),
      kind: kind.kind,
      at,
      durationSeconds: kind.seconds ? prng.int(kind.seconds[0], kind.seconds[1]) : null,
      detail: say(studio, kind.detail),
      source: 'sample',
      ...who,
    });
  }
}

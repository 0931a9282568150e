import { behaviourKinds, leadNeeds, leadReasons, sampleSources } from '#resources/sample/conversation.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import type { DealPlan } from './dealPlan.ts';
import { leadFacts } from './attributeFactRows.ts';
import type { SampleAccount } from './sampleAccounts.ts';
import type { SampleNames } from './sampleNames.ts';
import { sampleMobile, say, type SampleStudio, workMinute } from './sampleStudio.ts';
import type { SampleLine, SampleWorld } from './sampleWorld.ts';

/** How leads end up: as many new ones as a working team has, most of the old ones given up or put back. */
const STATUSES = [
  { status: 'new', share: 28, oldest: 12 },
  { status: 'verifying', share: 14, oldest: 30 },
  { status: 'disqualified', share: 34, oldest: 480 },
  { status: 'pool', share: 24, oldest: 300 },
] as const;

/** Working days for which a lead stays with its owner. */
const HELD_DAYS = 10;
/** What the texts of `leadReasons` are called by code, in their order. */
const REASON_CODES = ['noBudget', 'notOurCustomer', 'noResponse', 'notOurCustomer'] as const;

/** What of an earlier lead comes in a second time. */
interface KnownLead {
  readonly company: string;
  readonly personName: string;
  readonly mobile: string;
}

/**
 * Adds leads that did not become deals (yet), with what they did on the website and elsewhere. A few come in twice, and a few
 * are from customers that are known already, as in life.
 */
export function addLeads(
  studio: SampleStudio,
  world: SampleWorld,
  names: SampleNames,
  customers: readonly SampleAccount[],
): void {
  const { prng, days, rows, newId, profile } = studio;
  const known: KnownLead[] = [];
  for (let index = 0; index < profile.leads; index += 1) {
    const { status, oldest } = STATUSES[prng.weighted(STATUSES.map(({ share }) => share))]!;
    const line = prng.pick(world.lines);
    const day = Math.max(0, days.today - prng.int(1, Math.min(oldest, days.today)));
    const at = days.instant(day, workMinute(prng));
    const id = newId(at);
    const fill = { O: say(studio, prng.pick(line.offers).offer.product) };
    const isDescribed = status !== 'new' || prng.chance(0.3);
    const who = whoAsks(studio, names, line, customers, known, index);
    known.push(who);
    rows.add('lead', {
      id,
      ...who,
      title: isDescribed ? say(studio, prng.pick(line.industry.seats).title) : '',
      source: say(studio, prng.pick(sampleSources).name),
      ...leadFacts(studio, line.industry),
      status,
      ownerId: status === 'pool' ? null : prng.pick(world.sellers).id,
      need: isDescribed ? say(studio, prng.pick(leadNeeds), fill) : '',
      budgetMinor: status === 'verifying' && prng.chance(0.4) ? prng.int(20, 600) * 1_000_000 : null,
      ...stateOf(studio, status, day, at),
      createdAt: at,
    });
    addBehaviour(studio, { leadId: id }, at, days.today - 1);
  }
}

/** Mostly somebody new; now and then the same person again, written otherwise, or somebody from a known customer. */
function whoAsks(
  studio: SampleStudio,
  names: SampleNames,
  line: SampleLine,
  customers: readonly SampleAccount[],
  known: readonly KnownLead[],
  index: number,
): KnownLead {
  const { prng } = studio;
  const mobile = prng.chance(0.7) ? sampleMobile(prng) : '';
  if (index % 9 === 7) {
    const earlier = prng.pick(known);
    const company = earlier.company.replace(/(?:股份)?有限公司$/u, '公司');
    return { ...earlier, company, mobile: earlier.mobile === '' ? '' : `+86 ${earlier.mobile}` };
  }
  const company =
    index % 11 === 5 && customers.length > 0
      ? prng.pick(customers).name
      : names.organisation(line.industry.organisations, names.place());
  return { company, personName: names.person(), mobile };
}

/** Since when and how long it is held, or why nobody holds it. */
function stateOf({ prng, days, ...studio }: SampleStudio, status: string, day: number, at: number) {
  if (status === 'disqualified') {
    const index = prng.int(0, leadReasons.length - 1);
    const reason = say({ prng, days, ...studio }, leadReasons[index]!);
    return {
      reason,
      reasonCode: REASON_CODES[index]!,
      disqualifiedAt: Math.min(at + prng.int(1, 25) * DAY_MS, days.asOfStart - 1),
    };
  }
  if (status === 'pool') return { reasonCode: prng.chance(0.7) ? 'overdue' : 'givenBack', recycled: prng.int(1, 2) };
  // Whoever verifies a lead has begun with it later than it came in.
  const heldDay = status === 'verifying' ? Math.max(day, days.today - prng.int(1, HELD_DAYS - 1)) : day;
  return { heldSince: Math.max(at, days.instant(heldDay, 540)), heldUntil: days.instant(heldDay + HELD_DAYS, 1440) };
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
    convertedAt: dealAt,
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

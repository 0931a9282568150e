import type { SampleSize } from '#shared/contract/workspace.contract.ts';
import type { TemplateLocale } from '#shared/domain/processes/processTemplate.ts';
import type { WorkCalendar } from '#shared/lib/calendar.ts';
import { createPrng } from '#shared/lib/prng.ts';
import { rankBetween } from '#shared/lib/rank.ts';
import { addActivities } from './activityRows.ts';
import { type DealEnd, type DealPlan, drawDealPlan } from './dealPlan.ts';
import { addDeal, type SeededDeal } from './dealRows.ts';
import { addEvidence, addJudgements } from './judgementRows.ts';
import { addAnswers } from './qualificationRows.ts';
import { addConvertedLead, addLeads } from './leadRows.ts';
import { addPeople, choosePeople, type DealPerson } from './peopleRows.ts';
import { addAccount, type SampleAccount } from './sampleAccounts.ts';
import { createSampleDays } from './sampleDays.ts';
import { createSampleIds } from './sampleId.ts';
import { createSampleNames, type SampleNames } from './sampleNames.ts';
import { SampleRows } from './sampleRows.ts';
import { type SampleProfile, sampleProfiles } from './sampleSize.ts';
import type { SampleStudio } from './sampleStudio.ts';
import { buildWorld, passShares, type SampleLine, type SampleWorld } from './sampleWorld.ts';
import { addStoryAccounts, type StoryAccounts, storyPlans } from './storyPlans.ts';
import { addDetailedStory, addStoryRisks, addStoryTasks } from './storyRows.ts';
import { addTasks } from './taskRows.ts';

/** Raised whenever the same seed gives other content; caches of generated workspaces are keyed by it. */
export const SAMPLE_VERSION = 3;

/** What a sample is made of: the same plan gives the same rows, ids included. */
export interface SamplePlan {
  readonly size: SampleSize;
  readonly seed: number;
  readonly locale: TemplateLocale;
  /** Epoch ms; nothing has happened on or after the day of this instant, plans lie there. */
  readonly asOf: number;
  readonly calendar: WorkCalendar;
  /** Tests make smaller ones. */
  readonly profile?: SampleProfile;
}

/** A part of the sample that can be written in one transaction. */
export interface SampleBatch {
  readonly rows: SampleRows;
  readonly phase: 'team' | 'accounts' | 'plans' | 'deals' | 'leads';
  /** Deals made so far and in all. */
  readonly done: number;
  readonly total: number;
  /** The person at the device. */
  readonly meId: string;
}

/** Rows per batch: large enough that a commit costs nothing, small enough that cancelling is quick. */
const BATCH_ROWS = 40_000;
/** Deals thought up between two chances to cancel. */
const PLANS_PER_STEP = 2000;

/** Makes a sample piece by piece, parents before children. */
export function* generateSample(wanted: SamplePlan): Generator<SampleBatch> {
  const studio = openStudio(wanted);
  const names = createSampleNames(createPrng(wanted.seed, 'names'), wanted.locale);
  const world = buildWorld(studio, names);
  const total = studio.profile.deals.reduce((sum, line) => sum + line.total, 0);
  let done = 0;
  const cut = (phase: SampleBatch['phase']): SampleBatch => {
    const { rows } = studio;
    studio.rows = new SampleRows();
    return { rows, phase, done, total, meId: world.me.id };
  };
  yield cut('team');
  const accounts = studio.profile.story ? addStoryAccounts(studio, world, names) : null;
  const customers: SampleAccount[][] = world.lines.map(() => []);
  for (const { line, index, parentId } of accountWishes(studio, world, names)) {
    customers[index]!.push(addAccount(studio, world, names, line.industry, parentId === null ? {} : { parentId }));
    if (studio.rows.count >= BATCH_ROWS) yield cut('accounts');
  }
  yield cut('accounts');
  const ranks = new Map<string, string>();
  const story = accounts === null ? [] : addStory(studio, world, accounts, ranks);
  const plans: DealPlan[] = [];
  for (const wish of dealWishes(studio, world, story)) {
    const account = pickAccount(studio, customers[wish.index]!);
    plans.push(drawDealPlan(studio, world, wish.line, account, wish.end));
    if (plans.length % PLANS_PER_STEP === 0) yield cut('plans');
  }
  // In the order in which they would have come to be: rows lie in the file as in a workspace that grew.
  plans.sort((one, other) => one.visits[0]!.day - other.visits[0]!.day);
  done = story.length;
  for (const plan of plans) {
    addWholeDeal(studio, world, plan, ranks);
    done += 1;
    if (studio.rows.count >= BATCH_ROWS) yield cut('deals');
  }
  addLeads(studio, world, names, customers.flat());
  yield cut('leads');
}

function openStudio(plan: SamplePlan): SampleStudio {
  return {
    prng: createPrng(plan.seed, 'content'),
    facts: createPrng(plan.seed, 'facts'),
    newRuleId: createSampleIds(createPrng(plan.seed, 'ruleIds')),
    newId: createSampleIds(createPrng(plan.seed, 'ids')),
    days: createSampleDays(plan.calendar, plan.asOf),
    locale: plan.locale,
    profile: plan.profile ?? sampleProfiles[plan.size],
    rows: new SampleRows(),
  };
}

/** Every customer still to be made; every twelfth founds a group that some of the next belong to. */
function* accountWishes(
  studio: SampleStudio,
  world: SampleWorld,
  names: SampleNames,
): Generator<{ line: SampleLine; index: number; parentId: string | null }> {
  for (const [index, line] of world.lines.entries()) {
    const wanted = Math.ceil(studio.profile.deals[index]!.total / studio.profile.dealsPerAccount);
    let group: SampleAccount | null = null;
    for (let count = 0; count < wanted; count += 1) {
      if (count % 12 === 5) group = addAccount(studio, world, names, line.industry, { isGroup: true });
      yield { line, index, parentId: group !== null && studio.prng.chance(0.3) ? group.id : null };
    }
  }
}

function addStory(
  studio: SampleStudio,
  world: SampleWorld,
  accounts: StoryAccounts,
  ranks: Map<string, string>,
): SeededDeal[] {
  const deals = storyPlans(studio, world, accounts).map((plan) => addWholeDeal(studio, world, plan, ranks));
  addStoryTasks(studio, world, deals, accounts);
  addStoryRisks(studio, world, deals);
  return deals;
}

/** Every deal still to be made, open and closed ones of each line. */
function* dealWishes(
  studio: SampleStudio,
  world: SampleWorld,
  story: readonly SeededDeal[],
): Generator<{ line: SampleLine; index: number; end: DealEnd }> {
  for (const [index, line] of world.lines.entries()) {
    const told = story.filter(({ plan }) => plan.line === line).length;
    const { total, open } = studio.profile.deals[index]!;
    const ends = studio.prng.shuffle(quotaEnds(studio, line, total - open));
    for (let count = told; count < total; count += 1) {
      yield { line, index, end: count < open ? 'open' : (ends[count - open] ?? 'closed') };
    }
  }
}

/** How closed deals must have ended where the sample has quotas: the wanted share goes on from every stage. */
function quotaEnds(studio: SampleStudio, line: SampleLine, closed: number): DealEnd[] {
  const quota = studio.profile.quotas?.[line.industry.key];
  if (quota === undefined) return [];
  const ends: DealEnd[] = [];
  let reach = closed;
  let exact = closed;
  for (const [stage, share] of passShares(line.openStages, quota).entries()) {
    exact *= share;
    const passed = Math.round(exact);
    for (let lost = passed; lost < reach; lost += 1) ends.push({ stage, won: false });
    reach = passed;
  }
  const last = line.openStages.length - 1;
  for (let won = 0; won < reach; won += 1) ends.push({ stage: last, won: true });
  return ends;
}

/** A few customers buy often, most seldom. */
function pickAccount(studio: SampleStudio, accounts: readonly SampleAccount[]): SampleAccount {
  return accounts[Math.floor(studio.prng.next() ** 1.4 * accounts.length)]!;
}

function addWholeDeal(
  studio: SampleStudio,
  world: SampleWorld,
  plan: DealPlan,
  ranks: Map<string, string>,
): SeededDeal {
  const { prng, profile, days } = studio;
  const createdAt = days.instant(plan.visits[0]!.day, prng.int(510, 570));
  const id = studio.newId(createdAt);
  const leadId = !plan.story && prng.chance(0.12) ? addConvertedLead(studio, plan, id, createdAt) : null;
  const deal = addDeal(studio, world, plan, { id, rank: nextRank(plan, ranks), leadId, createdAt });
  if (plan.closed === null) addAnswers(studio, world, deal);
  if (plan.story?.detailed) {
    addDetailedStory(studio, world, deal);
    addTasks(studio, world, deal);
    return deal;
  }
  // Whether somebody takes care of a deal's map does not depend on how far it will come; the map begins with its second stage.
  const isMapped = prng.chance(plan.closed ? profile.closedMapped : profile.openMapped);
  const people = isMapped ? choosePeople(studio, deal) : firstContacts(deal);
  addActivities(studio, world, deal, people);
  if (isMapped && plan.stage > 0) addPeople(studio, deal, people);
  const isJudged =
    plan.story || (plan.stage > 0 && prng.chance(plan.closed ? profile.closedJudged : profile.openMapped));
  if (isJudged) addJudgements(studio, world, deal);
  if (isMapped) addEvidence(studio, deal);
  addTasks(studio, world, deal);
  return deal;
}

/** Without a map only whoever was met first is known. */
function firstContacts(deal: SeededDeal): DealPerson[] {
  return deal.account.contacts.slice(-3).map((contact) => ({ contact, effort: 1, touches: 0 }));
}

/** Cards stand in the order in which they were made; closed deals need no order. */
function nextRank(plan: DealPlan, ranks: Map<string, string>): string {
  if (plan.closed) return 'a0';
  const stageId = plan.line.openStages[plan.stage]!.id;
  const rank = rankBetween(ranks.get(stageId) ?? null, null);
  ranks.set(stageId, rank);
  return rank;
}

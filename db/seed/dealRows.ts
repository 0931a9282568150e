import {
  backReasons,
  lostReasons,
  overrideReasons,
  sampleSources,
  skipReasons,
  wonReasons,
} from '#resources/sample/conversation.ts';
import { outcomeIn } from '#shared/domain/pipeline/outcomes.ts';
import type { SampleAccount } from './sampleAccounts.ts';
import type { DealPlan } from './dealPlan.ts';
import { say, type SampleStudio, workMinute } from './sampleStudio.ts';
import type { SampleWorld } from './sampleWorld.ts';

/** A deal whose row is written, with what later parts ask for. */
export interface SeededDeal {
  readonly id: string;
  readonly plan: DealPlan;
  readonly account: SampleAccount;
  readonly createdAt: number;
  readonly closedAt: number | null;
  readonly qualificationLevel: string;
  /** Epoch ms at which each visit began, in step with `plan.visits`. */
  readonly visitedAt: readonly number[];
}

/** What a deal's own row needs that is decided elsewhere. */
export interface DealRowInput {
  readonly id: string;
  readonly rank: string;
  readonly leadId: string | null;
  readonly createdAt: number;
}

/** Adds the deal, its stage history, its lines and its rivals to the batch. */
export function addDeal(studio: SampleStudio, world: SampleWorld, plan: DealPlan, input: DealRowInput): SeededDeal {
  const { prng, days } = studio;
  const { createdAt } = input;
  const visitedAt = plan.visits.map((visit, index) => {
    return index === 0 ? createdAt : days.instant(visit.day, 580 + prng.int(0, 420));
  });
  const closedAt = plan.closed
    ? Math.max(days.instant(plan.closed.day, 620 + prng.int(0, 420)), visitedAt.at(-1)! + 60_000)
    : null;
  const outcome = plan.closed ? drawOutcome(studio, plan) : null;
  const rivals = drawRivals(studio, world, plan);
  const winner = plan.closed && !plan.closed.won && outcome?.byRival ? (rivals[0] ?? null) : null;
  const close = drawClose(studio, plan);
  const qualificationLevel = drawLevel(studio, plan);
  studio.rows.add('opportunity', {
    id: input.id,
    name: plan.name,
    accountId: plan.account.id,
    primaryContactId: plan.account.contacts.find(({ seat }) => seat.roles.includes('user'))?.id ?? null,
    ownerId: plan.owner.id,
    processId: plan.line.processId,
    processVersionId: plan.line.versionId,
    stageId: stageIdOf(plan),
    status: plan.closed ? outcome!.status : plan.paused ? 'paused' : 'open',
    stageEnteredAt: closedAt ?? visitedAt.at(-1)!,
    closedAt,
    outcomeReason: outcome?.code ?? '',
    outcomeNote: outcome?.note ?? '',
    winnerCompetitorId: winner,
    amountMinor: plan.pieces * plan.unitPriceMinor,
    ownWinRate: drawOwnRate(studio, plan),
    expectedClose: close.day,
    forecastCategory: drawCategory(plan),
    description: plan.story?.description ?? '',
    source: say(studio, sampleSources[plan.nature.sourceIndex]!.name),
    leadId: input.leadId,
    qualificationLevel,
    rank: input.rank,
    createdAt,
  });
  addHistory(studio, plan, input.id, visitedAt, closedAt, outcome);
  for (const push of close.pushes) {
    studio.rows.add('pastChange', {
      id: studio.newId(push.at),
      opportunityId: input.id,
      field: 'expectedClose',
      ...push,
    });
  }
  addLines(studio, plan, input.id, createdAt);
  for (const competitorId of rivals) {
    const position = competitorId === winner ? 'ahead' : prng.pick(['ahead', 'level', 'behind', 'unknown']);
    studio.rows.add('opportunityCompetitor', {
      id: studio.newId(createdAt),
      opportunityId: input.id,
      competitorId,
      position,
    });
  }
  return { id: input.id, plan, account: plan.account, createdAt, closedAt, qualificationLevel, visitedAt };
}

function stageIdOf(plan: DealPlan): string {
  if (plan.closed) return plan.closed.won ? plan.line.wonStageId : plan.line.lostStageId;
  return plan.line.openStages[plan.stage]!.id;
}

function drawOutcome(studio: SampleStudio, plan: DealPlan) {
  const { prng } = studio;
  if (plan.closed!.won) {
    const { code, note } = wonReasons[prng.weighted([5, 3, 2])]!;
    return { status: 'won', code, note: say(studio, note), byRival: false };
  }
  // Early on projects die by themselves, later they are lost to somebody.
  const early = prng.chance(plan.stage === 0 ? 0.9 : plan.stage === 1 ? 0.45 : 0.12);
  const fitting = lostReasons.filter((reason) => reason.early === early);
  const missed = !plan.nature.deciderMet && !early && prng.chance(0.5);
  const reason = missed ? fitting.find(({ code }) => code === 'relationship')! : prng.pick(fitting);
  const status = outcomeIn('lost', undefined, reason.code) ?? 'lost';
  return { status, code: reason.code, note: say(studio, reason.note), byRival: !early };
}

function drawRivals(studio: SampleStudio, world: SampleWorld, plan: DealPlan): string[] {
  if (plan.story) return plan.story.rivals.map((index) => world.rivals[index]!.id);
  if (plan.stage === 0) return [];
  const count = studio.prng.weighted([2, 4, 3, 1]);
  return studio.prng
    .shuffle(world.rivals)
    .slice(0, count)
    .map(({ id }) => id);
}

/** The close date as it stands and every earlier one that was given up, oldest first. */
function drawClose(studio: SampleStudio, plan: DealPlan) {
  const { prng, days } = studio;
  const remaining = plan.line.rules.allowedDays.slice(plan.stage).reduce((sum, allowed) => sum + allowed, 0);
  const late = !plan.closed && !plan.story && prng.chance(0.06);
  // Also of a closed deal it is what was hoped for on its last day: a date that knew the end would give it away.
  const goal = plan.lastDay + 1 + (late ? -prng.int(1, 12) : prng.int(4, Math.max(12, Math.round(remaining * 1.3))));
  const day = plan.story ? days.calendarDay(plan.story.closeInDays) : days.day(goal);
  const first = plan.visits[0]!.day;
  const moments = Array.from({ length: plan.nature.pushes }, () => prng.int(first, plan.lastDay)).toSorted(
    (a, b) => a - b,
  );
  let later: string = day;
  let number = plan.story ? days.today + Math.round((plan.story.closeInDays * 5) / 7) : goal;
  const pushes = moments.toReversed().map((moment) => {
    number -= prng.int(10, 38);
    const push = { fromValue: days.day(number), toValue: later, at: days.instant(moment, workMinute(prng)) };
    later = push.fromValue;
    return push;
  });
  return { day, pushes: pushes.toReversed() };
}

function drawOwnRate(studio: SampleStudio, plan: DealPlan): number | null {
  if (plan.story) return plan.story.ownWinRate;
  const { prng } = studio;
  if (prng.chance(0.07)) return null;
  const stageRate = plan.line.openStages[plan.stage]!.winRateMille / 1000;
  const felt = stageRate + 0.06 + 0.07 * plan.nature.quality + 0.06 * prng.normal();
  return Math.round(Math.max(0.05, Math.min(0.95, felt)) * 20) / 20;
}

function drawCategory(plan: DealPlan): string {
  const stage = plan.line.openStages[plan.stage]!;
  if (plan.closed || stage.stageClass !== 'negotiate') return '';
  return stage.winRateMille >= 850 ? 'commit' : plan.nature.strength > 0.6 ? 'commit' : 'bestCase';
}

function drawLevel(studio: SampleStudio, plan: DealPlan): string {
  if (plan.story) return plan.story.qualification;
  const seen = plan.nature.quality + 0.7 * studio.prng.normal();
  if (plan.stage === 0 && studio.prng.chance(0.4)) return '';
  return seen > 0.5 ? 'A' : seen > -0.6 ? 'B' : 'C';
}

function addHistory(
  studio: SampleStudio,
  plan: DealPlan,
  opportunityId: string,
  visitedAt: readonly number[],
  closedAt: number | null,
  outcome: { readonly status: string; readonly code: string; readonly note: string } | null,
): void {
  const { prng, rows, newId } = studio;
  const base = { opportunityId, byId: plan.owner.id, door: 'seed' };
  let from: string | null = null;
  for (const [index, visit] of plan.visits.entries()) {
    const at = visitedAt[index]!;
    const toStageId: string = plan.line.openStages[visit.stage]!.id;
    const open = from === null || visit.kind === 'back' ? [] : openCriteria(studio, plan, from);
    const reasons = visit.kind === 'skip' ? skipReasons : visit.kind === 'back' ? backReasons : overrideReasons;
    const reason =
      visit.kind === 'skip' || visit.kind === 'back' || open.length > 0 ? say(studio, prng.pick(reasons)) : '';
    rows.add('stageChange', {
      ...base,
      id: newId(at),
      fromStageId: from,
      toStageId,
      at,
      kind: visit.kind,
      reason,
      openCriteria: JSON.stringify(open),
    });
    from = toStageId;
  }
  if (closedAt === null) return;
  const toStageId = stageIdOf(plan);
  rows.add('stageChange', {
    ...base,
    id: newId(closedAt),
    fromStageId: from,
    toStageId,
    at: closedAt,
    kind: 'close',
    reason: outcome?.note ?? '',
    outcome: outcome?.status ?? '',
    outcomeReason: outcome?.code ?? '',
  });
}

/** Some moves were made although a criterion was open. */
function openCriteria(studio: SampleStudio, plan: DealPlan, stageId: string): string[] {
  if (!studio.prng.chance(0.18)) return [];
  const warnings = (plan.line.criteria.get(stageId) ?? []).filter(
    ({ enforcement, gate }) => enforcement === 'warn' && gate === 'exit',
  );
  return warnings.length === 0 ? [] : [studio.prng.pick(warnings).id];
}

function addLines(studio: SampleStudio, plan: DealPlan, opportunityId: string, at: number): void {
  studio.rows.add('opportunityLine', {
    id: studio.newId(at),
    opportunityId,
    productId: plan.productId,
    quantity: plan.pieces,
    unitPriceMinor: plan.unitPriceMinor,
    discount: 0,
    amountMinor: plan.pieces * plan.unitPriceMinor,
  });
}

import { judgementNotes, proofNotes } from '#resources/sample/conversation.ts';
import { c139Elements } from '#resources/templates/c139Standard.ts';
import type { SeededDeal } from './dealRows.ts';
import { say, type SampleStudio, workMinute } from './sampleStudio.ts';
import type { SampleWorld } from './sampleWorld.ts';

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** C139: what the seller says and, for some elements, what the coach says; the seller is the more hopeful one. */
export function addJudgements(studio: SampleStudio, world: SampleWorld, deal: SeededDeal): void {
  const { prng, days } = studio;
  const { plan } = deal;
  const told = plan.story ? chooseTrue(studio, plan.story.c139) : null;
  const coached = !told && prng.chance(0.4);
  const from = plan.visits.at(-1)!.day;
  for (const [code] of c139Elements) {
    const truth = told ? told.has(code) : prng.chance(chanceOfTrue(deal, code));
    const hopeful = told ? truth : truth ? !prng.chance(0.05) : prng.chance(0.16);
    const at = Math.max(days.instant(prng.int(from, plan.lastDay), workMinute(prng)), deal.createdAt + 60_000);
    addJudgement(studio, deal, code, { judge: 'self', isTrue: hopeful, at, byId: plan.owner.id, coachKind: '' });
    if (!coached || !prng.chance(0.55)) continue;
    const kind = prng.pick(['relationship', 'value', 'resource']);
    addJudgement(studio, deal, code, {
      judge: 'coach',
      isTrue: truth,
      at: at + 60_000,
      byId: world.managers[plan.owner.team]!.id,
      coachKind: kind,
    });
  }
}

/**
 * What is true grows with the stage and with how strong the deal is, which also decides how it ends. The end itself is not
 * asked: a judgement lies before it and cannot know it.
 */
function chanceOfTrue(deal: SeededDeal, code: string): number {
  const { plan } = deal;
  const progress = plan.stage / Math.max(1, plan.line.openStages.length - 1);
  const { strength } = plan.nature;
  if (code === 'W1')
    return plan.nature.deciderMet ? logistic(-2.4 + 0.9 * plan.nature.quality + 1.2 * progress + 1.6 * strength) : 0.04;
  if (code.startsWith('F')) return logistic(-1.9 + 0.9 * plan.nature.quality + 1.6 * progress + 0.9 * strength);
  if (code === 'C4' && !plan.nature.deciderMet) return 0.15;
  return logistic(-0.8 + 0.7 * plan.nature.quality + 2 * progress + 0.6 * strength);
}

const codesOf = (family: string): string[] =>
  c139Elements.filter((element) => element[1] === family).map(([code]) => code);

function chooseTrue(studio: SampleStudio, [wins, firsts, clears]: readonly [number, number, number]): Set<string> {
  const { prng } = studio;
  return new Set([
    ...prng.shuffle(codesOf('clear')).slice(0, clears),
    ...prng.shuffle(codesOf('first')).slice(0, firsts),
    ...codesOf('win').slice(0, wins),
  ]);
}

/** Who judged what, when and why; without a given reason one is drawn, or none. */
interface Judgement {
  readonly judge: 'self' | 'coach';
  readonly isTrue: boolean;
  readonly at: number;
  readonly byId: string;
  readonly coachKind: string;
  readonly evidence?: string;
}

/** Adds one judgement of one element. */
export function addJudgement(studio: SampleStudio, deal: SeededDeal, code: string, given: Judgement): void {
  const { isTrue, evidence, ...rest } = given;
  const id = studio.newId(given.at);
  const value = isTrue ? 1 : 0;
  const reason = evidence ?? drawReason(studio, deal);
  studio.rows.add('c139Judgement', { id, opportunityId: deal.id, code, value, evidence: reason, ...rest });
}

function drawReason(studio: SampleStudio, deal: SeededDeal): string {
  const { prng } = studio;
  return prng.chance(0.5) ? say(studio, prng.pick(judgementNotes), { W: source(studio, deal) }) : '';
}

/** Who may be quoted: not the leaders, whom sellers often have not met. */
export function source(studio: SampleStudio, deal: SeededDeal, prng = studio.prng): string {
  return prng.pick(deal.account.contacts.slice(2)).name;
}

/** Proof for the criteria of stages that were left, and for some of the present one. */
export function addEvidence(studio: SampleStudio, deal: SeededDeal): void {
  const { prng, days } = studio;
  const { plan } = deal;
  for (const [index, visit] of plan.visits.entries()) {
    const next = plan.visits[index + 1]?.day ?? plan.closed?.day ?? null;
    if (visit.kind === 'back' || plan.visits.findIndex((one) => one.stage === visit.stage) !== index) continue;
    const share =
      next !== null ? (plan.closed && !plan.closed.won && index === plan.visits.length - 1 ? 0.3 : 0.85) : 0.45;
    for (const criterion of plan.line.criteria.get(plan.line.openStages[visit.stage]!.id) ?? []) {
      if (criterion.kind !== 'evidence' || !prng.chance(share)) continue;
      const day = prng.int(visit.day, Math.min(next ?? plan.lastDay, plan.lastDay));
      const at = Math.max(days.instant(day, workMinute(prng)), deal.visitedAt[index]! + 60_000);
      if (at >= days.asOfStart) continue;
      const note = say(studio, prng.pick(proofNotes), { W: source(studio, deal) });
      studio.rows.add('criterionEvidence', {
        id: studio.newId(at),
        opportunityId: deal.id,
        criterionId: criterion.id,
        note,
        at,
        byId: plan.owner.id,
      });
    }
  }
}

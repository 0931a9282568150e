import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import { outcomeReasonSchema, outcomeSchema } from '#shared/contract/primitives.ts';
import { factsOfFields } from '#shared/domain/pipeline/criterion.ts';
import { decideMove, type MoveRequest } from '#shared/domain/pipeline/decideMove.ts';
import { gateNeeds } from '#shared/domain/pipeline/gateNeeds.ts';
import { previewMove } from '#shared/domain/pipeline/previewMove.ts';
import type { MoveStage } from '#shared/domain/pipeline/stages.ts';
import { levelReached, levels, openFor } from '#shared/domain/qualification/levelReached.ts';

const stages: readonly MoveStage[] = [
  { id: 'v', key: 'v', stageClass: 'verify', position: 0 },
  { id: 'e', key: 'e', stageClass: 'engage', position: 1 },
  { id: 'n', key: 'n', stageClass: 'negotiate', position: 2 },
  { id: 'won', key: 'won', stageClass: 'won', position: 3 },
  { id: 'lost', key: 'lost', stageClass: 'lost', position: 4 },
];
const needs = gateNeeds('evidence', {}, factsOfFields({}, 0));

const item = fc.record({
  gate: fc.constantFrom('exit' as const, 'entry' as const),
  enforcement: fc.constantFrom('block' as const, 'warn' as const),
  met: fc.boolean(),
});
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const stageId = fc.constantFrom(...stages.map(({ id }) => id));
const requests: fc.Arbitrary<MoveRequest> = fc
  .record({
    from: stageId,
    toStageId: stageId,
    allowSkip: fc.boolean(),
    allowBack: fc.boolean(),
    reason: optional(fc.constantFrom('', ' ', 'because')),
    outcome: optional(fc.constantFrom(...outcomeSchema.options)),
    outcomeReason: optional(fc.constantFrom(...outcomeReasonSchema.options)),
    items: fc.array(item, { maxLength: 6 }),
  })
  .map(({ from, items, ...rest }) => ({
    ...rest,
    deal: {
      stageId: from,
      status: from === 'won' ? ('won' as const) : from === 'lost' ? ('lost' as const) : ('open' as const),
      closedAt: null,
    },
    stages,
    criteria: items.map((one, index): GateItem => ({
      ...one,
      criterionId: `k${index}`,
      kind: 'evidence',
      text: '',
      evidence: null,
      field: null,
      needs,
    })),
    now: 1,
  }));

describe('the gate', () => {
  it('never refuses because more was proven: meeting a criterion keeps an allowed move allowed', () => {
    fc.assert(
      fc.property(requests, fc.nat({ max: 5 }), (request, index) => {
        const criteria = request.criteria.map((one, at) => (at === index ? { ...one, met: true } : one));
        if (decideMove(request).ok) expect(decideMove({ ...request, criteria }).ok).toBe(true);
      }),
    );
  });

  it('lets nothing pass while a criterion that blocks is open, whatever reason is given', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const decided = decideMove(request);
        if (!decided.ok) return;
        const gated = ['advance', 'skip'].includes(decided.value.kind) || decided.value.patch.status === 'won';
        const blocking = request.criteria.some((one) => one.enforcement === 'block' && !one.met);
        expect(gated && blocking).toBe(false);
        const open = request.criteria.filter((one) => !one.met).map((one) => one.criterionId);
        expect(decided.value.stageChange.openCriteria).toEqual(gated ? open : []);
      }),
    );
  });

  it('is told right by the preview: not blocked means that a reason is enough', () => {
    fc.assert(
      fc.property(requests, ({ reason: _reason, outcomeReason: _outcomeReason, outcome: _outcome, ...request }) => {
        const preview = previewMove(request);
        if (!preview.ok || preview.value.kind === 'same') return;
        const explained = decideMove({ ...request, reason: 'because', outcomeReason: 'other' });
        expect(explained.ok).toBe(!preview.value.blocked);
      }),
    );
  });
});

const question = fc.record({
  id: fc.uuid(),
  level: fc.constantFrom(...levels),
  decisive: fc.boolean(),
});
const answer = fc.record({
  value: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
  evidence: fc.constantFrom('', ' ', '纪要'),
});

const rank = (level: string): number => levels.findIndex((one) => one === level);

describe('the level that is reached', () => {
  const cases = fc.array(fc.tuple(question, fc.option(answer, { nil: undefined })), { maxLength: 12 });

  it('never falls because another question is answered with a proven yes', () => {
    fc.assert(
      fc.property(cases, fc.nat({ max: 11 }), (rows, index) => {
        const questions = rows.map(([one]) => one);
        const answers = new Map(rows.flatMap(([one, given]) => (given ? [[one.id, given] as const] : [])));
        const more = new Map(answers);
        const chosen = questions[index];
        if (chosen) more.set(chosen.id, { value: 'yes', evidence: '纪要' });
        expect(rank(levelReached(questions, more))).toBeGreaterThanOrEqual(rank(levelReached(questions, answers)));
      }),
    );
  });

  it('is at least a level exactly when nothing is open for it and somebody asks about it or above', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...levels), (rows, level) => {
        const questions = rows.map(([one]) => one);
        const answers = new Map(rows.flatMap(([one, given]) => (given ? [[one.id, given] as const] : [])));
        const reached = levelReached(questions, answers);
        if (rank(reached) >= rank(level)) expect(openFor(level, questions, answers)).toEqual([]);
        else if (questions.some((one) => one.level === level))
          expect(openFor(level, questions, answers).length).toBeGreaterThan(0);
      }),
    );
  });
});

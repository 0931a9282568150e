import { describe, expect, it } from 'vitest';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import { factsOfFields } from '#shared/domain/pipeline/criterion.ts';
import { gateNeeds } from '#shared/domain/pipeline/gateNeeds.ts';
import { decideMove, type MoveRequest } from '#shared/domain/pipeline/decideMove.ts';
import { previewMove } from '#shared/domain/pipeline/previewMove.ts';
import { nextStage, type MoveStage } from '#shared/domain/pipeline/stages.ts';

const stages: readonly MoveStage[] = [
  { id: 'v', key: 'verify', stageClass: 'verify', position: 0 },
  { id: 'e', key: 'engage', stageClass: 'engage', position: 1 },
  { id: 'n', key: 'negotiate', stageClass: 'negotiate', position: 2 },
  { id: 'won', key: 'won', stageClass: 'won', position: 3 },
  { id: 'lost', key: 'lost', stageClass: 'lost', position: 4 },
];

const item = (enforcement: 'block' | 'warn', met: boolean): GateItem => ({
  criterionId: `${enforcement}-${String(met)}`,
  gate: 'exit',
  kind: 'evidence',
  text: '',
  enforcement,
  met,
  evidence: null,
  field: null,
  needs: gateNeeds('evidence', {}, factsOfFields({}, 0)),
});

const request = (changes: Partial<MoveRequest> = {}): MoveRequest => ({
  deal: { stageId: 'v', status: 'open', closedAt: null },
  stages,
  allowSkip: true,
  allowBack: true,
  toStageId: 'e',
  criteria: [],
  now: 1000,
  ...changes,
});
const closed = (stageId: 'won' | 'lost', status: 'won' | 'lost' | 'noDecision') => ({ stageId, status, closedAt: 500 });

describe('going on', () => {
  it('moves to the next stage and writes both the deal and its history', () => {
    expect(decideMove(request())).toEqual({
      ok: true,
      value: {
        kind: 'advance',
        patch: {
          stageId: 'e',
          status: 'open',
          stageEnteredAt: 1000,
          closedAt: null,
          outcomeReason: '',
          outcomeNote: '',
        },
        stageChange: {
          fromStageId: 'v',
          toStageId: 'e',
          at: 1000,
          kind: 'advance',
          reason: '',
          openCriteria: [],
          outcome: '',
          outcomeReason: '',
        },
      },
    });
  });

  it('stops at a blocking criterion whatever the reason', () => {
    const criteria = [item('block', false), item('warn', true)];
    for (const reason of [undefined, 'the boss said so'])
      expect(decideMove(request({ criteria, reason }))).toEqual({
        ok: false,
        error: { type: 'gate', blocked: true, items: [criteria[0]] },
      });
  });

  it('passes a warning with a reason and records what was open', () => {
    const criteria = [item('warn', false), item('block', true)];
    expect(decideMove(request({ criteria }))).toEqual({
      ok: false,
      error: { type: 'gate', blocked: false, items: [criteria[0]] },
    });
    const moved = decideMove(request({ criteria, reason: 'urgent' }));
    expect(moved.ok && moved.value.stageChange).toMatchObject({ reason: 'urgent', openCriteria: ['warn-false'] });
    expect(decideMove(request({ criteria, reason: '   ' })).ok).toBe(false);
  });

  it('skips only where the process allows it, and never without a reason', () => {
    expect(decideMove(request({ toStageId: 'n', allowSkip: false, reason: 'x' }))).toEqual({
      ok: false,
      error: { type: 'skipNotAllowed' },
    });
    expect(decideMove(request({ toStageId: 'n' }))).toEqual({
      ok: false,
      error: { type: 'reasonRequired', for: 'skip' },
    });
    expect(decideMove(request({ toStageId: 'n', reason: 'x' }))).toMatchObject({ ok: true, value: { kind: 'skip' } });
  });

  it('keeps a paused deal paused', () => {
    const moved = decideMove(request({ deal: { stageId: 'v', status: 'paused', closedAt: null } }));
    expect(moved).toMatchObject({ ok: true, value: { patch: { stageId: 'e', status: 'paused' } } });
  });
});

describe('going back', () => {
  const back = { deal: { stageId: 'n', status: 'open', closedAt: null }, toStageId: 'v' } as const;

  it('asks for a reason and for no criterion', () => {
    expect(decideMove(request({ ...back, criteria: [item('block', false)] }))).toEqual({
      ok: false,
      error: { type: 'reasonRequired', for: 'back' },
    });
    expect(decideMove(request({ ...back, criteria: [item('block', false)], reason: 'x' }))).toMatchObject({
      ok: true,
      value: { kind: 'back', stageChange: { openCriteria: [] } },
    });
  });

  it('is refused where the process forbids it', () => {
    expect(decideMove(request({ ...back, allowBack: false, reason: 'x' }))).toEqual({
      ok: false,
      error: { type: 'backNotAllowed' },
    });
  });
});

describe('closing', () => {
  it('checks the criteria of the present stage before winning', () => {
    expect(decideMove(request({ toStageId: 'won', criteria: [item('block', false)] }))).toMatchObject({
      ok: false,
      error: { type: 'gate', blocked: true },
    });
    expect(decideMove(request({ toStageId: 'won' }))).toMatchObject({
      ok: true,
      value: { kind: 'close', patch: { status: 'won', closedAt: 1000 } },
    });
  });

  it('asks why a deal was lost and for nothing else', () => {
    const criteria = [item('block', false)];
    expect(decideMove(request({ toStageId: 'lost', criteria }))).toEqual({
      ok: false,
      error: { type: 'reasonRequired', for: 'lost' },
    });
    expect(
      decideMove(request({ toStageId: 'lost', criteria, outcomeReason: 'price', outcomeNote: 'too dear' })),
    ).toMatchObject({
      ok: true,
      value: { patch: { status: 'lost', closedAt: 1000, outcomeReason: 'price', outcomeNote: 'too dear' } },
    });
    expect(decideMove(request({ toStageId: 'lost', outcomeReason: 'noDecision' }))).toMatchObject({
      ok: true,
      value: { patch: { status: 'noDecision' } },
    });
  });
});

describe('opening a closed deal again', () => {
  it('needs a reason and takes the outcome off', () => {
    const deal = closed('lost', 'lost');
    expect(decideMove(request({ deal, toStageId: 'n' }))).toEqual({
      ok: false,
      error: { type: 'reasonRequired', for: 'reopen' },
    });
    expect(decideMove(request({ deal, toStageId: 'n', reason: 'new budget' }))).toMatchObject({
      ok: true,
      value: { kind: 'reopen', patch: { status: 'open', closedAt: null, outcomeReason: '', outcomeNote: '' } },
    });
  });

  it('corrects one outcome into the other with a reason', () => {
    const deal = closed('won', 'won');
    expect(decideMove(request({ deal, toStageId: 'lost', outcomeReason: 'price' }))).toMatchObject({
      ok: false,
      error: { type: 'reasonRequired', for: 'reopen' },
    });
    expect(
      decideMove(request({ deal, toStageId: 'lost', outcomeReason: 'price', reason: 'wrong click' })),
    ).toMatchObject({
      ok: true,
      value: { kind: 'close', patch: { status: 'lost' } },
    });
  });
});

describe('moves that are none', () => {
  it('refuses the same stage, a stage of another process, and a card that moved meanwhile', () => {
    expect(decideMove(request({ toStageId: 'v' }))).toEqual({ ok: false, error: { type: 'sameStage' } });
    expect(decideMove(request({ toStageId: 'x' }))).toEqual({ ok: false, error: { type: 'wrongProcess' } });
    expect(decideMove(request({ fromStageId: 'n' }))).toEqual({
      ok: false,
      error: { type: 'movedMeanwhile', stageId: 'v' },
    });
  });
});

const preview = (changes: Partial<MoveRequest>) => {
  const answer = previewMove(request(changes));
  if (!answer.ok) throw new Error(answer.error.type);
  return answer.value;
};

describe('the preview of a move', () => {
  it('says blocked where no reason helps and needsReason where one does', () => {
    expect(preview({ criteria: [item('block', false)] })).toMatchObject({ blocked: true, needsReason: false });
    expect(preview({ criteria: [item('warn', false)] })).toMatchObject({ blocked: false, needsReason: true });
    expect(preview({ criteria: [item('warn', true)] })).toMatchObject({
      kind: 'advance',
      blocked: false,
      needsReason: false,
    });
    expect(preview({ toStageId: 'lost' })).toMatchObject({ kind: 'close', needsReason: true, items: [] });
    expect(preview({ toStageId: 'n', allowSkip: false })).toMatchObject({ kind: 'skip', blocked: true });
    expect(preview({ toStageId: 'v' })).toMatchObject({ kind: 'same', blocked: false, needsReason: false });
  });
});

it('the stage after the last open one is the won one, and closed deals have none', () => {
  expect(nextStage(stages, 'v')?.id).toBe('e');
  expect(nextStage(stages, 'n')?.id).toBe('won');
  expect(nextStage(stages, 'lost')).toBeNull();
});

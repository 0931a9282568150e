import { describe, expect, test } from 'vitest';
import { compareFields, mergeCustom } from '#shared/domain/imports/compareFields.ts';
import { journeyOfHistory, journeyOfLastStage } from '#shared/domain/imports/importedJourney.ts';
import type { MoveStage } from '#shared/domain/pipeline/stages.ts';

const stage = (id: string, stageClass: MoveStage['stageClass'], position: number): MoveStage => ({
  id,
  key: id,
  stageClass,
  position,
});
const [a, b, c, won, production, lost] = [
  stage('a', 'verify', 0),
  stage('b', 'engage', 1),
  stage('c', 'negotiate', 2),
  stage('w', 'won', 3),
  stage('p', 'won', 4),
  stage('l', 'lost', 5),
] as const;
const stages = [a, b, c, won, production, lost];
const known = { entry: a, beganAt: null, stageEnteredAt: null, closedAt: null, now: 999 };

describe('the journey of a deal of which only the last stage is known', () => {
  test('is one beginning while it is open', () => {
    expect(journeyOfLastStage(stages, { ...known, stage: b, beganAt: 10 })).toEqual({
      steps: [{ fromStageId: null, toStageId: 'b', at: 10, kind: 'create' }],
      stageId: 'b',
      stageEnteredAt: 10,
      closedAt: null,
    });
  });
  test('has a second step when it was closed on another day', () => {
    const journey = journeyOfLastStage(stages, { ...known, stage: won, entry: b, beganAt: 10, closedAt: 50 });
    expect(journey.steps.map(({ fromStageId, toStageId, at, kind }) => [fromStageId, toStageId, at, kind])).toEqual([
      [null, 'b', 10, 'create'],
      ['b', 'w', 50, 'close'],
    ]);
    expect([journey.closedAt, journey.stageEnteredAt]).toEqual([50, 50]);
  });
  test('makes up no beginning for a closed deal that tells none', () => {
    const journey = journeyOfLastStage(stages, { ...known, stage: lost, closedAt: 50 });
    expect(journey.steps).toEqual([{ fromStageId: null, toStageId: 'l', at: 50, kind: 'create' }]);
    expect(journey.closedAt).toBe(50);
  });
  test('begins with the import when the row tells no time', () => {
    expect(journeyOfLastStage(stages, { ...known, stage: a }).steps[0]?.at).toBe(999);
  });
  test('shows the entry into the present stage when it is told', () => {
    const journey = journeyOfLastStage(stages, { ...known, stage: c, beganAt: 10, stageEnteredAt: 30 });
    expect(journey.steps.map(({ kind }) => kind)).toEqual(['create', 'skip']);
    expect(journey.stageEnteredAt).toBe(30);
  });
});

const of = (...path: [MoveStage, number][]) =>
  journeyOfHistory(
    stages,
    path.map(([to, at]) => ({ stage: to, at })),
  );

describe('the journey of a deal with a history', () => {
  test('counts a row only when its stage differs', () => {
    expect(of([a, 1], [a, 2], [b, 3], [b, 4]).steps.map(({ at, kind }) => [at, kind])).toEqual([
      [1, 'create'],
      [3, 'advance'],
    ]);
  });
  test('names skipped, reversed, closing and reopening steps', () => {
    expect(of([a, 1], [c, 2], [b, 3], [won, 4], [c, 5], [lost, 6]).steps.map(({ kind }) => kind)).toEqual([
      'create',
      'skip',
      'back',
      'close',
      'reopen',
      'close',
    ]);
  });
  test('keeps the day of winning through later won stages, and forgets it when reopened', () => {
    expect(of([c, 1], [won, 4], [production, 9]).closedAt).toBe(4);
    expect(of([c, 1], [won, 4], [lost, 9]).closedAt).toBe(9);
    expect(of([c, 1], [won, 4], [b, 9]).closedAt).toBeNull();
    expect(of([won, 3], [won, 9]).closedAt).toBe(3);
  });
});

describe('a file held against a record', () => {
  test('changes what differs and no person wrote', () => {
    const compared = compareFields(
      { name: 'A', amountMinor: 5, note: 'x' },
      { name: 'B', amountMinor: 5, note: 'y' },
      (field) => field === 'note',
    );
    expect(compared.patch).toEqual({ name: 'B' });
    expect(compared.differences.map(({ field, kept }) => [field, kept])).toEqual([
      ['name', false],
      ['note', true],
    ]);
  });
  test('keeps all of a group of which a person wrote one', () => {
    const compared = compareFields(
      { amountMinor: 1, currency: 'CNY' },
      { amountMinor: 2, currency: 'USD' },
      (field) => field === 'currency',
      [['amountMinor', 'currency']],
    );
    expect(compared.patch).toEqual({});
  });
  test('adds custom fields without losing others, in one order', () => {
    expect(mergeCustom('{"z":"1","a":"2"}', { m: '3', z: '4' })).toBe('{"a":"2","m":"3","z":"4"}');
    expect(mergeCustom('{"z":"1","a":"2"}', {})).toBe('{"z":"1","a":"2"}');
  });
});

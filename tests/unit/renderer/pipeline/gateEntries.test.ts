import { describe, expect, it } from 'vitest';
import { closingAnswers, closingDraft, isExplained } from '#renderer/features/pipeline/move/closingDraft.ts';
import { answersOf, type GateEntries, isAnswered, proofOf } from '#renderer/features/pipeline/move/gateEntries.ts';
import { isComplete, missingElements } from '#renderer/features/pipeline/move/missingElements.ts';
import type { GateItem } from '#shared/contract/pipeline.contract.ts';
import { factsOfFields } from '#shared/domain/pipeline/criterion.ts';
import { evaluateCriteria } from '#shared/domain/pipeline/evaluateCriteria.ts';

const item = (id: string, kind: string, params: object = {}): GateItem =>
  evaluateCriteria(
    [{ id, gate: 'exit', kind, text: id, params: JSON.stringify(params), enforcement: 'block' }],
    factsOfFields({}, 0),
  )[0] as GateItem;

describe('how a criterion is met in the dialog', () => {
  it('has a control of its own for every kind that can be read', () => {
    expect(
      [
        item('a', 'evidence'),
        item('b', 'deliverable'),
        item('c', 'fieldFilled', { field: 'amountMinor' }),
        item('d', 'fieldFilled', { field: 'custom.预算' }),
        item('e', 'taskDone', { stageTaskId: 't' }),
        item('f', 'activityWithin', { days: 7 }),
        item('g', 'roleCovered', { role: 'decider' }),
        item('h', 'qualification', { level: 'B' }),
        item('i', 'c139', { minClears: 6 }),
        item('j', 'signOff'),
      ].map(proofOf),
    ).toEqual(['note', 'note', 'field', 'field', 'task', 'activity', 'role', 'answers', 'judgements', 'sign']);
  });

  it('leads to the deal’s page where its parameters make no sense', () => {
    for (const kind of ['fieldFilled', 'taskDone', 'roleCovered', 'qualification'])
      expect(proofOf(item('x', kind)), kind).toBe('elsewhere');
  });
});

describe('what was given', () => {
  const items = [
    item('note', 'evidence'),
    item('amount', 'fieldFilled', { field: 'amountMinor' }),
    item('task', 'taskDone', { stageTaskId: 'plan' }),
    item('role', 'roleCovered', { role: 'decider' }),
    item('level', 'qualification', { level: 'C' }),
    item('c139', 'c139', { minClears: 1 }),
  ];

  it('travels with the move: a tick, a person, answers and judgements, and no empty note', () => {
    const entries: GateEntries = {
      note: { type: 'note', text: '  ' },
      amount: { type: 'field', value: 0 },
      task: { type: 'done' },
      role: { type: 'role', holder: { role: 'decider', coverage: 'brief', who: { contactId: 'c' } } },
      level: {
        type: 'answers',
        complete: false,
        answers: [
          { questionId: 'q0', value: 'yes', evidence: '' },
          { questionId: 'q1', value: 'no', evidence: '' },
        ],
      },
      c139: { type: 'judgements', complete: true, judgements: [{ code: 'C1', value: 1, evidence: '访谈' }] },
    };
    expect(answersOf(items, entries)).toEqual({
      fields: { amountMinor: 0 },
      doneTaskIds: ['plan'],
      roles: [{ role: 'decider', coverage: 'brief', who: { contactId: 'c' } }],
      // The yes without evidence waits in the dialog; the no is worth keeping although it does not meet the criterion.
      answers: [{ questionId: 'q1', value: 'no', evidence: '' }],
      judgements: [{ code: 'C1', value: 1, evidence: '访谈' }],
    });
    expect(items.map((one) => isAnswered(one, entries))).toEqual([false, true, true, true, false, true]);
  });
});

describe('C139 elements that are missing', () => {
  const elements = [
    { code: 'C1', self: 1, coach: null },
    { code: 'C2', self: 1, coach: 0 },
    { code: 'C3', self: null, coach: null },
    { code: 'F1', self: null, coach: null },
  ];
  const { needs } = item('x', 'c139', { minClears: 2 });

  it('are those of families that are short; the coach’s no cannot be overruled', () => {
    expect(missingElements(needs, elements)).toEqual([
      { code: 'C2', denied: true },
      { code: 'C3', denied: false },
    ]);
  });

  it('are enough only with evidence', () => {
    expect(isComplete(needs, elements, [{ code: 'C3', value: 1, evidence: ' ' }])).toBe(false);
    expect(isComplete(needs, elements, [{ code: 'C3', value: 1, evidence: '访谈' }])).toBe(true);
    expect(isComplete(needs, elements, [{ code: 'F1', value: 1, evidence: '访谈' }])).toBe(false);
  });
});

const wish = (stageClass: 'won' | 'lost' | 'engage') => ({ to: { stageClass } }) as Parameters<typeof closingDraft>[0];

describe('how a deal ends', () => {
  it('begins with the outcome of the stage and needs a reason unless it was won', () => {
    expect(closingDraft(wish('engage'))).toBeNull();
    const lost = closingDraft(wish('lost'));
    const won = closingDraft(wish('won'));
    expect([lost?.outcome, won?.outcome]).toEqual(['lost', 'won']);
    expect([lost && isExplained(lost), won && isExplained(won)]).toEqual([false, true]);
  });

  it('names a new rival by name, a known one by id, and none where nothing was decided', () => {
    const draft = {
      outcome: 'lost',
      reason: 'price',
      competitor: { id: null, name: '东软' },
      note: ' 差 8% ',
    } as const;
    expect(closingAnswers(draft)).toEqual({
      outcome: 'lost',
      outcomeReason: 'price',
      outcomeNote: '差 8%',
      competitor: { name: '东软' },
    });
    expect(closingAnswers({ ...draft, competitor: { id: 'c', name: '东软' } })).toMatchObject({
      competitor: { id: 'c' },
    });
    expect(closingAnswers({ ...draft, outcome: 'noDecision', reason: 'priority' })).not.toHaveProperty('competitor');
  });
});

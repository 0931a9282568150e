import { describe, expect, it, test } from 'vitest';
import { allTemplates } from '#resources/templates/allTemplates.ts';
import { emptyProcess } from '#resources/templates/emptyProcess.ts';
import {
  type CriterionParams,
  type DraftCriterion,
  problemCodes,
  type ProcessDraft,
} from '#shared/contract/processDraft.ts';
import { draftOfTemplate } from '#shared/domain/processes/draftOfTemplate.ts';
import { isPublishable, judgeDraft } from '#shared/domain/processes/judgeDraft.ts';
import { draftCriterion, draftStage, draftTask, soundDraft, withStage } from '#tests/support/processDrafts.ts';

const told = (draft: ProcessDraft): string[] => judgeDraft(draft).map(({ code, path }) => `${code} ${path}`);

const asking = (kind: DraftCriterion['kind'], params: CriterionParams, more: Partial<DraftCriterion> = {}) =>
  withStage(soundDraft(), 'verify', { criteria: [draftCriterion('x', { kind, params, ...more })] });

const tool = (kind: 'script' | 'link' | 'file', body: string, title = '话术') =>
  withStage(soundDraft(), 'verify', { toolkit: [{ kind, title, body, documentId: null }] });

const won = draftStage('won', { stageClass: 'won', winRateMille: 1000, allowedDays: null });
const lost = draftStage('lost', { stageClass: 'lost', winRateMille: 0, allowedDays: null });

/** Each bad draft with exactly what is said about it; a warning is written with a question mark. */
const bad: readonly (readonly [what: string, draft: ProcessDraft, problems: readonly string[]])[] = [
  ['has no stage at all', { stages: [] }, ['noStages stages']],
  ['has outcomes only', { stages: [won, lost] }, ['noOpenStage stages']],
  ['cannot be won', { stages: [draftStage('a'), lost] }, ['noWon stages']],
  ['cannot be lost', { stages: [draftStage('a'), won] }, ['noLost stages']],
  [
    'can be won in two ways',
    { stages: [draftStage('a'), won, { ...won, key: 'won2', name: '签约' }, lost] },
    ['severalWon stages'],
  ],
  [
    'can be lost in two ways',
    { stages: [draftStage('a'), won, lost, { ...lost, key: 'lost2', name: '放弃' }] },
    ['severalLost stages'],
  ],
  [
    'goes on after an outcome',
    { stages: [draftStage('a'), won, draftStage('b'), lost] },
    ['outcomeBeforeOpen stages.1.stageClass'],
  ],
  ['has a stage without key', withStage(soundDraft(), 'engage', { key: '' }), ['stageKeyMissing stages.1.key']],
  ['has two stages of one key', withStage(soundDraft(), 'engage', { key: 'verify' }), ['stageKeyTwice stages.1.key']],
  ['has a stage without name', withStage(soundDraft(), 'engage', { name: '  ' }), ['stageNameMissing stages.1.name']],
  [
    'has two stages of one name',
    withStage(soundDraft(), 'engage', { name: '阶段 verify ' }),
    ['stageNameTwice stages.1.name'],
  ],
  [
    'lacks a win rate',
    withStage(soundDraft(), 'negotiate', { winRateMille: null }),
    ['winRateMissing stages.2.winRateMille'],
  ],
  [
    'is surer than certain',
    withStage(soundDraft(), 'negotiate', { winRateMille: 1001 }),
    ['winRateRange stages.2.winRateMille'],
  ],
  [
    'has a win rate below zero',
    withStage(soundDraft(), 'verify', { winRateMille: -1 }),
    ['winRateRange stages.0.winRateMille'],
  ],
  [
    'has a broken thousandth',
    withStage(soundDraft(), 'engage', { winRateMille: 400.5 }),
    ['winRateRange stages.1.winRateMille'],
  ],
  [
    'doubts what is won',
    withStage(soundDraft(), 'won', { winRateMille: 900 }),
    ['winRateOfOutcome stages.3.winRateMille'],
  ],
  [
    'hopes for what is lost',
    withStage(soundDraft(), 'lost', { winRateMille: 10 }),
    ['winRateOfOutcome stages.4.winRateMille'],
  ],
  [
    'falls along the way',
    withStage(soundDraft(), 'negotiate', { winRateMille: 300 }),
    ['winRateFalls? stages.2.winRateMille'],
  ],
  [
    'allows fewer than no days',
    withStage(soundDraft(), 'engage', { allowedDays: -1 }),
    ['allowedDaysRange stages.1.allowedDays'],
  ],
  [
    'allows half a day',
    withStage(soundDraft(), 'engage', { allowedDays: 3.5 }),
    ['allowedDaysRange stages.1.allowedDays'],
  ],
  [
    'uses a criterion’s key twice',
    withStage(soundDraft(), 'negotiate', { criteria: [draftCriterion('vc')] }),
    ['criterionKeyTwice stages.0.criteria.0.key', 'criterionKeyTwice stages.2.criteria.0.key'],
  ],
  [
    'has a criterion that says nothing',
    asking('evidence', {}, { text: ' ' }),
    ['criterionTextMissing stages.0.criteria.0.text'],
  ],
  [
    'asks before leaving an outcome',
    withStage(soundDraft(), 'won', { criteria: [draftCriterion('x')] }),
    ['criterionOnOutcome stages.3.criteria.0.gate'],
  ],
  [
    'keeps every new deal out',
    asking('signOff', {}, { gate: 'entry', enforcement: 'block' }),
    ['entryOnFirst stages.0.criteria.0.gate'],
  ],
  [
    'asks something of a deal that begins',
    asking('evidence', {}, { gate: 'entry' }),
    ['entryOnFirst? stages.0.criteria.0.gate'],
  ],
  [
    'asks the same twice',
    withStage(soundDraft(), 'verify', {
      criteria: ['a', 'b'].map((key) => draftCriterion(key, { kind: 'fieldFilled', params: { field: 'source' } })),
    }),
    ['criterionTwice? stages.0.criteria.1.kind'],
  ],
  ['asks for no field', asking('fieldFilled', {}), ['fieldMissing stages.0.criteria.0.params.field']],
  [
    'asks for a field that no deal has',
    asking('fieldFilled', { field: 'shoeSize' }),
    ['fieldUnknown stages.0.criteria.0.params.field'],
  ],
  [
    'asks for a field inherited by every object',
    asking('fieldFilled', { field: 'toString' }),
    ['fieldUnknown stages.0.criteria.0.params.field'],
  ],
  ['asks for no task', asking('taskDone', {}), ['taskMissing stages.0.criteria.0.params.task']],
  [
    'asks for a task that does not exist',
    asking('taskDone', { task: 'gone' }),
    ['taskUnknown stages.0.criteria.0.params.task'],
  ],
  [
    'waits for a task that only a later stage creates',
    asking('deliverable', { task: 'et' }),
    ['taskComesLater stages.0.criteria.0.params.task'],
  ],
  [
    'asks at entering for a task of the stage itself',
    withStage(soundDraft(), 'engage', {
      criteria: [draftCriterion('x', { gate: 'entry', kind: 'taskDone', params: { task: 'et' } })],
    }),
    ['taskComesLater stages.1.criteria.0.params.task'],
  ],
  [
    'asks for the document of a task that has none',
    asking('deliverable', { task: 'vt' }),
    ['taskWithoutDeliverable? stages.0.criteria.0.params.task'],
  ],
  ['asks for an activity within no time', asking('activityWithin', {}), ['daysRange stages.0.criteria.0.params.days']],
  [
    'asks for an activity within zero days',
    asking('activityWithin', { days: 0 }),
    ['daysRange stages.0.criteria.0.params.days'],
  ],
  [
    'asks for an activity that nobody can log',
    asking('activityWithin', { days: 5, activities: ['visit', 'dance'] }),
    ['activityUnknown stages.0.criteria.0.params.activities'],
  ],
  ['asks for no role', asking('roleCovered', {}), ['roleMissing stages.0.criteria.0.params.role']],
  [
    'asks for a role that the map does not know',
    asking('roleCovered', { role: 'king' }),
    ['roleUnknown stages.0.criteria.0.params.role'],
  ],
  [
    'calls a role covered that nobody has met',
    asking('roleCovered', { role: 'decider', coverage: 'none' }),
    ['coverageUnknown stages.0.criteria.0.params.coverage'],
  ],
  ['asks for a level D', asking('qualification', { level: 'D' }), ['levelUnknown stages.0.criteria.0.params.level']],
  ['asks for no level', asking('qualification', {}), ['levelUnknown stages.0.criteria.0.params.level']],
  [
    'asks for C139 and nothing of it',
    asking('c139', { minClears: 0 }),
    ['c139Empty stages.0.criteria.0.params.minClears'],
  ],
  [
    'asks for more elements than there are',
    asking('c139', { minClears: 10, minFirsts: 4, minWins: 2 }),
    ['minClears', 'minFirsts', 'minWins'].map((name) => `c139Range stages.0.criteria.0.params.${name}`),
  ],
  ['lets a seller sign', asking('signOff', { role: 'seller' }), ['signerUnknown stages.0.criteria.0.params.role']],
  [
    'uses a task’s key twice',
    withStage(soundDraft(), 'negotiate', { tasks: [draftTask('vt')] }),
    ['taskKeyTwice stages.0.tasks.0.key', 'taskKeyTwice stages.2.tasks.0.key'],
  ],
  [
    'has a task without title',
    withStage(soundDraft(), 'verify', { tasks: [draftTask('a', { title: '' })] }),
    ['taskTitleMissing stages.0.tasks.0.title'],
  ],
  [
    'prescribes a task after the end',
    withStage(soundDraft(), 'won', { tasks: [draftTask('a')] }),
    ['taskOnOutcome? stages.3.tasks.0.title'],
  ],
  [
    'wants a task done before it begins',
    withStage(soundDraft(), 'verify', { tasks: [draftTask('a', { dueDays: -2 })] }),
    ['dueDaysRange stages.0.tasks.0.dueDays'],
  ],
  [
    'does not say when a task is due',
    withStage(soundDraft(), 'verify', { tasks: [draftTask('a', { dueDays: null })] }),
    ['dueDaysRange stages.0.tasks.0.dueDays'],
  ],
  [
    'has a task due after the stage should be over',
    withStage(soundDraft(), 'verify', { tasks: [draftTask('a', { dueDays: 11 })] }),
    ['dueAfterLimit? stages.0.tasks.0.dueDays'],
  ],
  [
    'requires a document without saying which',
    withStage(soundDraft(), 'verify', { tasks: [draftTask('a', { deliverableRequired: true })] }),
    ['deliverableUnnamed stages.0.tasks.0.deliverable'],
  ],
  ['has a tool without title', tool('script', '先问…', ''), ['toolTitleMissing stages.0.toolkit.0.title']],
  ['has a script without words', tool('script', ' '), ['toolTextMissing stages.0.toolkit.0.body']],
  ['links to nowhere', tool('link', 'javascript:alert(1)'), ['linkInvalid stages.0.toolkit.0.body']],
  ['links to an unprotected address', tool('link', 'http://example.com'), ['linkInvalid stages.0.toolkit.0.body']],
  ['has a file tool without a file', tool('file', ''), ['fileMissing stages.0.toolkit.0.documentId']],
];

describe('a draft', () => {
  it('that works has no problem', () => {
    expect(judgeDraft(soundDraft())).toEqual([]);
  });

  test.each(bad)('that %s is told so, with the place', (_, draft, problems) => {
    const expected = problems.map((problem) => problem.replace('?', ''));
    expect(told(draft).toSorted()).toEqual(expected.toSorted());
    expect(isPublishable(judgeDraft(draft))).toBe(problems.every((problem) => problem.includes('?')));
  });

  it('is judged whole: every problem at once, each naming its stage', () => {
    const draft = withStage(withStage(soundDraft(), 'verify', { name: '' }), 'engage', { allowedDays: -3 });
    expect(judgeDraft(draft)).toEqual([
      { code: 'stageNameMissing', path: 'stages.0.name', severity: 'error', stage: '' },
      { code: 'allowedDaysRange', path: 'stages.1.allowedDays', severity: 'error', stage: '阶段 engage' },
    ]);
  });

  it('may ask at entering for a task of the stage before', () => {
    const draft = withStage(soundDraft(), 'engage', {
      criteria: [draftCriterion('x', { gate: 'entry', kind: 'taskDone', params: { task: 'vt' } })],
    });
    expect(told(draft)).toEqual([]);
  });

  it('is not bothered by what another kind of criterion left in the parameters', () => {
    expect(told(asking('evidence', { task: 'gone', days: -4, level: 'Z' }))).toEqual([]);
  });
});

test('every problem that there is a code for is found in one of these drafts', () => {
  const found = new Set(bad.flatMap(([, draft]) => judgeDraft(draft).map(({ code }) => code)));
  expect(problemCodes.filter((code) => !found.has(code))).toEqual([]);
});

test.each([...allTemplates, emptyProcess].map((template) => [template.key || 'empty', template] as const))(
  'the template %s can be published as it is, without a warning',
  (_, template) => {
    for (const language of ['zh-CN', 'en'] as const) expect(told(draftOfTemplate(template, language))).toEqual([]);
  },
);

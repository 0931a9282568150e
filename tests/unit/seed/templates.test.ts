import { describe, expect, it } from 'vitest';
import { allTemplates } from '#resources/templates/allTemplates.ts';
import { c139Elements } from '#resources/templates/c139Standard.ts';
import { calibratedCounts, c139Codes } from '#shared/domain/c139/calibrate.ts';
import { evaluateCriteria } from '#shared/domain/pipeline/evaluateCriteria.ts';
import { instantiateTemplate } from '#shared/domain/processes/instantiateTemplate.ts';
import type { LocalText, ProcessTemplate, TemplateLocale } from '#shared/domain/processes/processTemplate.ts';

const make = (template: ProcessTemplate, locale: TemplateLocale = 'zh-CN') => {
  let count = 0;
  const newId = (): string => `id${(count += 1)}`;
  return instantiateTemplate(template, { locale, productLineId: null, rank: 'a0', now: 1, newId });
};
const openOf = (template: ProcessTemplate) =>
  template.stages.filter(({ stageClass }) => !['won', 'lost'].includes(stageClass));

/** Everything a person would be missing: a deal about which nothing is known. */
const nothingKnown = {
  fields: {},
  proofs: new Map(),
  lastActivity: new Map(),
  roleCoverage: new Map(),
  doneStageTasks: new Set<string>(),
  deliveredStageTasks: new Set<string>(),
  stageTasks: new Map(),
  c139: null,
  now: 1_700_000_000_000,
};

describe.each(allTemplates.map((template) => [template.key, template] as const))('template %s', (_, template) => {
  it('has four to six open stages in the order of their classes, then won, then lost', () => {
    const open = openOf(template);
    expect(open.length).toBeGreaterThanOrEqual(4);
    expect(open.length).toBeLessThanOrEqual(6);
    const order = ['verify', 'engage', 'propose', 'negotiate', 'won', 'lost'];
    const ranks = template.stages.map(({ stageClass }) => order.indexOf(stageClass));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    expect(template.stages.slice(-2).map(({ stageClass }) => stageClass)).toEqual(['won', 'lost']);
  });

  it('has win rates that rise from stage to stage and end at certainty', () => {
    const rates = template.stages.slice(0, -1).map(({ winRateMille }) => winRateMille);
    for (const [index, rate] of rates.entries()) if (index > 0) expect(rate).toBeGreaterThan(rates[index - 1]!);
    expect(rates.at(-1)).toBe(1000);
    expect(template.stages.at(-1)!.winRateMille).toBe(0);
  });

  it('gives every open stage two to six criteria, a limit of days, tasks within reach of the limit, and distinct keys', () => {
    for (const stage of openOf(template)) {
      expect(stage.criteria!.length, stage.key).toBeGreaterThanOrEqual(2);
      expect(stage.criteria!.length, stage.key).toBeLessThanOrEqual(6);
      expect(stage.tasks!.length, stage.key).toBeGreaterThanOrEqual(1);
      for (const task of stage.tasks!) expect(task.dueDays).toBeLessThanOrEqual(stage.allowedDays!);
    }
    expect(new Set(template.stages.map(({ key }) => key)).size).toBe(template.stages.length);
  });

  it('has a tool for every open stage, with words enough to use as they are', () => {
    for (const stage of openOf(template)) {
      expect(stage.toolkit?.length, stage.key).toBeGreaterThanOrEqual(1);
      for (const { title, body } of stage.toolkit ?? []) {
        expect(body[0].length, title[0]).toBeGreaterThan(50);
        expect(body[0].split('\n').length, title[0]).toBe(body[1].split('\n').length);
      }
    }
  });

  it('asks in more ways than for words: a task, a document, a person, a signature', () => {
    const kinds = new Set(template.stages.flatMap(({ criteria = [] }) => criteria.map(({ kind }) => kind)));
    for (const kind of [
      'evidence',
      'fieldFilled',
      'taskDone',
      'deliverable',
      'activityWithin',
      'roleCovered',
      'signOff',
    ])
      expect([...kinds], template.key).toContain(kind);
    const required = template.stages.flatMap(({ tasks = [] }) => tasks.filter((task) => task.deliverableRequired));
    expect(required.length).toBeGreaterThan(0);
  });

  it('says everything in both languages', () => {
    const texts: LocalText[] = [template.name, template.description];
    for (const stage of template.stages) {
      texts.push(stage.name, stage.description);
      for (const { text } of stage.criteria ?? []) texts.push(text);
      for (const task of stage.tasks ?? []) texts.push(task.title, ...(task.deliverable ? [task.deliverable] : []));
      for (const entry of stage.toolkit ?? []) texts.push(entry.title, entry.body);
    }
    for (const [zhCN, en] of texts) {
      expect(zhCN, en).toMatch(/[\p{Script=Han}]|B2B|SaaS/u);
      expect(en, zhCN).not.toMatch(/\p{Script=Han}/u);
      expect(en.length).toBeGreaterThan(2);
    }
  });

  it('is read by the gate: every criterion can be unmet, and every kind understands its parameters', () => {
    const rows = make(template);
    const items = evaluateCriteria(rows.stageCriterion, nothingKnown);
    expect(items.filter(({ met }) => met).map(({ text }) => text)).toEqual([]);
    const everything = {
      ...nothingKnown,
      fields: { amountMinor: 1, expectedClose: '2026-01-01', source: 'x', qualificationLevel: 'A' },
      proofs: new Map(rows.stageCriterion.map(({ id }) => [id, { note: 'n', at: 1, byName: 'x', byRole: 'manager' }])),
      lastActivity: new Map([['visit', nothingKnown.now]]),
      doneStageTasks: new Set(rows.stageTask.map(({ id }) => id)),
      roleCoverage: new Map(['decider', 'user', 'gatekeeper', 'purchasing', 'approver'].map((role) => [role, 'deep'])),
      c139: calibratedCounts(c139Codes.map((code) => ({ code, self: 1, coach: null }))),
    };
    const met = evaluateCriteria(rows.stageCriterion, everything);
    expect(met.filter((item) => !item.met).map(({ text }) => text)).toEqual([]);
  });
});

describe('a process made from a template', () => {
  it('joins version, stages, criteria and tasks by fresh ids, in either language', () => {
    for (const template of allTemplates) {
      const zh = make(template);
      const en = make(template, 'en');
      const ids = Object.values(zh).flatMap((rows: readonly { id: string }[]) => rows.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(zh.process[0]!.currentVersionId).toBe(zh.processVersion[0]!.id);
      const stageIds = new Set(zh.stage.map(({ id }) => id));
      expect(zh.stage.every(({ processVersionId }) => processVersionId === zh.processVersion[0]!.id)).toBe(true);
      for (const row of [...zh.stageCriterion, ...zh.stageTask]) expect(stageIds.has(row.stageId)).toBe(true);
      expect(en.stage.map(({ key }) => key)).toEqual(zh.stage.map(({ key }) => key));
      expect(en.stage[0]!.name).not.toBe(zh.stage[0]!.name);
    }
  });

  it('points deliverable criteria at the task of the same stage', () => {
    const rows = make(allTemplates[0]!);
    const criterion = rows.stageCriterion.find(({ kind }) => kind === 'deliverable')!;
    const { stageTaskId } = JSON.parse(criterion.params) as { stageTaskId: string };
    expect(rows.stageTask.find(({ id }) => id === stageTaskId)!.stageId).toBe(criterion.stageId);
  });

  it('takes another name when it is given one', () => {
    const use = { locale: 'en', productLineId: 'line', rank: 'a1', now: 5, newId: () => 'x', name: 'Imaging' } as const;
    const [row] = instantiateTemplate(allTemplates[1]!, use).process;
    expect(row).toMatchObject({ name: 'Imaging', productLineId: 'line', rank: 'a1' });
  });
});

describe('the C139 standard', () => {
  it('lists nine clear, three first and one win element with the codes the judgements use', () => {
    expect(c139Elements.map(([code]) => code)).toEqual([...c139Codes]);
    expect(c139Elements.map(([, family]) => family)).toEqual([
      ...Array(9).fill('clear'),
      'first',
      'first',
      'first',
      'win',
    ]);
  });
});

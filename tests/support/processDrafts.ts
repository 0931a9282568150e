import type { DraftCriterion, DraftStage, DraftTask, ProcessDraft } from '#shared/contract/processDraft.ts';

/** A task that nothing is wrong with. */
export const draftTask = (key: string, more: Partial<DraftTask> = {}): DraftTask => ({
  key,
  title: `任务 ${key}`,
  kind: 'task',
  ownerRole: 'owner',
  dueDays: 3,
  deliverable: '',
  deliverableRequired: false,
  ...more,
});

/** A criterion that nothing is wrong with. */
export const draftCriterion = (key: string, more: Partial<DraftCriterion> = {}): DraftCriterion => ({
  key,
  gate: 'exit',
  kind: 'evidence',
  text: `标准 ${key}`,
  params: {},
  enforcement: 'warn',
  ...more,
});

/** A stage that nothing is wrong with. */
export const draftStage = (key: string, more: Partial<DraftStage> = {}): DraftStage => ({
  key,
  name: `阶段 ${key}`,
  description: '',
  stageClass: 'verify',
  winRateMille: 100,
  allowedDays: 10,
  requiresC139: false,
  criteria: [],
  tasks: [],
  toolkit: [],
  ...more,
});

/** A draft that can be published: three open stages with a criterion and a task each, won, lost. */
export function soundDraft(): ProcessDraft {
  return {
    stages: [
      draftStage('verify', { tasks: [draftTask('vt')], criteria: [draftCriterion('vc')] }),
      draftStage('engage', {
        stageClass: 'engage',
        winRateMille: 400,
        tasks: [draftTask('et', { deliverable: '纪要', deliverableRequired: true })],
        criteria: [draftCriterion('ec', { kind: 'deliverable', params: { task: 'et' }, enforcement: 'block' })],
      }),
      draftStage('negotiate', { stageClass: 'negotiate', winRateMille: 700 }),
      draftStage('won', { stageClass: 'won', winRateMille: 1000, allowedDays: null }),
      draftStage('lost', { stageClass: 'lost', winRateMille: 0, allowedDays: null }),
    ],
  };
}

/** The draft with one stage changed. */
export function withStage(draft: ProcessDraft, key: string, more: Partial<DraftStage>): ProcessDraft {
  return { stages: draft.stages.map((stage) => (stage.key === key ? { ...stage, ...more } : stage)) };
}

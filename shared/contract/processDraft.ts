import { z } from 'zod';
import { coverageSchema, buyingRoleSchema } from './powerMap.contract.ts';
import { stageClassSchema } from './primitives.ts';

/*
 * What a version of a process consists of, as it is edited: bounded, but not yet judged. What is missing or cannot work is
 * told by shared/domain/processes/judgeDraft.ts when it is to be published.
 */

const key = z.string().trim().max(80);
const line = z.string().max(500);
const long = z.string().max(20_000);
const figure = z.number().min(-1e9).max(1e9).nullable();

export const criterionKinds = [
  'evidence',
  'fieldFilled',
  'taskDone',
  'deliverable',
  'activityWithin',
  'roleCovered',
  'qualification',
  'c139',
  'signOff',
] as const;
export const taskKinds = ['task', 'visit', 'call', 'meeting', 'document', 'demo'] as const;
export const ownerRoles = ['owner', 'manager', 'presales'] as const;
export const activityKinds = ['visit', 'call', 'wechat', 'email', 'meeting', 'demo', 'note'] as const;
export const toolKinds = ['script', 'template', 'checklist', 'link', 'file'] as const;
export const signerRoles = ['manager', 'coach', 'admin'] as const;
export const buyingRoles = buyingRoleSchema.options;
export const coverages = coverageSchema.options;

/** What the kinds of criteria ask for; each kind reads its own. */
const params = z.object({
  /** fieldFilled: column of the deal, or `custom.<name>`. */
  field: z.string().max(100).optional(),
  /** taskDone, deliverable: key of a task of this draft. */
  task: key.optional(),
  /** activityWithin: kinds that count, any when empty. */
  activities: z.array(z.string().max(40)).max(20).optional(),
  /** activityWithin: calendar days back. */
  days: figure.optional(),
  role: z.string().max(40).optional(),
  coverage: z.string().max(40).optional(),
  level: z.string().max(10).optional(),
  minClears: figure.optional(),
  minFirsts: figure.optional(),
  minWins: figure.optional(),
});
export type CriterionParams = z.infer<typeof params>;

const draftCriterion = z.object({
  /** Stays the same from version to version; filled in when left out. */
  key: key.default(''),
  gate: z.enum(['exit', 'entry']).default('exit'),
  kind: z.enum(criterionKinds),
  text: line.default(''),
  params: params.default({}),
  enforcement: z.enum(['block', 'warn']).default('warn'),
});
export type DraftCriterion = z.infer<typeof draftCriterion>;

const draftTask = z.object({
  key: key.default(''),
  title: line.default(''),
  kind: z.enum(taskKinds).default('task'),
  ownerRole: z.enum(ownerRoles).default('owner'),
  /** Business days after the stage was entered. */
  dueDays: figure.default(0),
  deliverable: line.default(''),
  deliverableRequired: z.boolean().default(false),
});
export type DraftTask = z.infer<typeof draftTask>;

/** A help for a stage: words to say, a text to fill in, a list to tick, an address, a document of the workspace. */
export const toolSchema = z.object({
  kind: z.enum(toolKinds),
  title: line.default(''),
  /** Text of scripts, templates and checklists; address of a link; what a file is for. */
  body: long.default(''),
  /** The document behind a file. */
  documentId: z.string().max(80).nullable().default(null),
});
export type StageTool = z.infer<typeof toolSchema>;

const draftStage = z.object({
  key: key.default(''),
  name: line.default(''),
  description: long.default(''),
  stageClass: stageClassSchema.default('verify'),
  winRateMille: figure.default(null),
  allowedDays: figure.default(null),
  requiresC139: z.boolean().default(false),
  criteria: z.array(draftCriterion).max(40).default([]),
  tasks: z.array(draftTask).max(60).default([]),
  toolkit: z.array(toolSchema).max(60).default([]),
});
export type DraftStage = z.infer<typeof draftStage>;

export const processDraftSchema = z.object({ stages: z.array(draftStage).max(40).default([]) });
export type ProcessDraft = z.infer<typeof processDraftSchema>;

export const problemCodes = [
  'noStages',
  'noOpenStage',
  'noWon',
  'noLost',
  'severalWon',
  'severalLost',
  'outcomeBeforeOpen',
  'stageKeyMissing',
  'stageKeyTwice',
  'stageNameMissing',
  'stageNameTwice',
  'winRateMissing',
  'winRateRange',
  'winRateOfOutcome',
  'winRateFalls',
  'allowedDaysRange',
  'criterionKeyTwice',
  'criterionTextMissing',
  'criterionOnOutcome',
  'entryOnFirst',
  'criterionTwice',
  'fieldMissing',
  'fieldUnknown',
  'taskMissing',
  'taskUnknown',
  'taskComesLater',
  'taskWithoutDeliverable',
  'daysRange',
  'activityUnknown',
  'roleMissing',
  'roleUnknown',
  'coverageUnknown',
  'levelUnknown',
  'c139Empty',
  'c139Range',
  'signerUnknown',
  'taskKeyTwice',
  'taskTitleMissing',
  'taskOnOutcome',
  'dueDaysRange',
  'dueAfterLimit',
  'deliverableUnnamed',
  'toolTitleMissing',
  'toolTextMissing',
  'linkInvalid',
  'fileMissing',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One thing that stands in the way of publishing, or that somebody should look at. */
export const draftProblemSchema = z.object({
  code: z.enum(problemCodes),
  /** The place in the draft: `stages.2.criteria.0.params.task`. */
  path: z.string(),
  /** An error refuses the version, a warning does not. */
  severity: z.enum(['error', 'warning']),
  /** Name of the stage it lies in, empty when it is about the whole. */
  stage: z.string(),
});
export type DraftProblem = z.infer<typeof draftProblemSchema>;

import { z } from 'zod';
import { noticeGroups, noticeKinds } from '../domain/notices/notice.ts';
import { snoozeChoices } from '../domain/notices/snoozeUntil.ts';
import { stallCodes } from '../domain/notices/stallCodes.ts';
import { defineCommand, defineQuery } from './operation.ts';
import { taskSchema } from './opportunity.contract.ts';
import { dealCardSchema, stallSchema } from './pipeline.contract.ts';
import { daySchema, idSchema, instantSchema, lineSchema, namedRefSchema } from './primitives.ts';

const minuteSchema = z.int().min(0).max(1439);

/** When this person is left alone and when their day begins; belongs to this device. */
export const personalNoticeSettingsSchema = z.object({
  quiet: z
    .object({
      enabled: z.boolean().default(true),
      /** Minutes after midnight; `from` after `until` spans midnight. */
      from: minuteSchema.default(21 * 60),
      until: minuteSchema.default(8 * 60),
      freeDays: z.boolean().default(true),
    })
    .prefault({}),
  /** What has no hour of its own is told at this minute. */
  morningMinute: minuteSchema.default(9 * 60),
});
export type PersonalNoticeSettings = z.infer<typeof personalNoticeSettingsSchema>;

/** After how many working days of being overdue a manager hears of it; holds for the whole team. */
export const teamNoticeSettingsSchema = z.object({
  taskEscalationDays: z.int().min(1).max(60).default(2),
  stageEscalationDays: z.int().min(1).max(60).default(3),
});
export type TeamNoticeSettings = z.infer<typeof teamNoticeSettingsSchema>;

export const noticeSchema = z.object({
  id: idSchema,
  kind: z.enum(noticeKinds),
  group: z.enum(noticeGroups),
  dueAt: instantSchema,
  task: namedRefSchema.extend({ dueDate: z.string().nullable(), dueMinute: z.int().nullable() }).nullable(),
  opportunity: namedRefSchema.nullable(),
  lead: namedRefSchema.nullable(),
  stageName: z.string(),
  accountName: z.string(),
  /** Whose task, deal or lead it is. */
  ownerName: z.string(),
  /** Why its deal stays in its stage, as was said last on this visit. */
  stall: stallSchema.nullable(),
  /** What a rule or the program says in words of its own. */
  text: z.string(),
  /** The newest backup, where the program offers one. */
  backup: z.object({ path: z.string(), at: instantSchema }).nullable(),
});
export type Notice = z.infer<typeof noticeSchema>;

const countsSchema = z.object({
  open: z.int(),
  groups: z.object({
    overdue: z.int(),
    today: z.int(),
    escalated: z.int(),
    question: z.int(),
    program: z.int(),
  }),
});
export type NoticeCounts = z.infer<typeof countsSchema>;

export const noticeContract = {
  /** What this person was told and has not dealt with, by group, the newest first; at most 200 in all. */
  list: defineQuery({
    name: 'notice.list',
    input: z.object({}),
    output: z.object({
      groups: z.array(z.object({ group: z.enum(noticeGroups), items: z.array(noticeSchema) })),
      counts: countsSchema,
    }),
  }),
  counts: defineQuery({ name: 'notice.counts', input: z.object({}), output: countsSchema }),
  /** Puts notices away. What they are about stays as it is. */
  markRead: defineCommand({
    name: 'notice.markRead',
    input: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    output: z.object({ changed: z.int() }),
    topics: ['notices'],
  }),
  markUnread: defineCommand({
    name: 'notice.markUnread',
    input: z.object({ ids: z.array(idSchema).min(1).max(500) }),
    output: z.object({ changed: z.int() }),
    topics: ['notices'],
  }),
  dismissAll: defineCommand({
    name: 'notice.dismissAll',
    input: z.object({}),
    output: z.object({ changed: z.int() }),
    topics: ['notices'],
  }),
  /** Tells it again later. */
  snooze: defineCommand({
    name: 'notice.snooze',
    input: z.object({ id: idSchema, until: z.enum(snoozeChoices) }),
    output: z.object({ until: instantSchema }),
    topics: ['notices'],
  }),
  settings: defineQuery({
    name: 'notice.settings',
    input: z.object({}),
    output: z.object({ personal: personalNoticeSettingsSchema, team: teamNoticeSettingsSchema }),
  }),
  savePersonal: defineCommand({
    name: 'notice.savePersonal',
    input: personalNoticeSettingsSchema,
    output: z.object({}),
    topics: ['notices'],
  }),
  saveTeam: defineCommand({
    name: 'notice.saveTeam',
    input: teamNoticeSettingsSchema,
    output: z.object({}),
    topics: ['notices'],
  }),
  /** Says why a deal stays in its stage; answers the question of the notice. The newest reason of a visit counts. */
  giveStallReason: defineCommand({
    name: 'notice.giveStallReason',
    input: z.object({ opportunityId: idSchema, code: z.enum(stallCodes), note: lineSchema.default('') }),
    output: z.object({ id: idSchema }),
    errors: z.discriminatedUnion('type', [
      /** The deal is closed or paused: nobody waits for a reason. */
      z.object({ type: z.literal('notOpen') }),
      /** "Other" says nothing without words. */
      z.object({ type: z.literal('noteMissing') }),
    ]),
    topics: ['notices', 'opportunities'],
  }),
  /** What the people whom this person leads have let slip: overdue tasks and stalled deals, with their owners. */
  team: defineQuery({
    name: 'notice.team',
    input: z.object({}),
    output: z.object({
      today: daySchema,
      members: z.array(namedRefSchema),
      /** Overdue by at least the team's number of working days, the most overdue first. */
      tasks: z.array(taskSchema),
      stalled: z.array(dealCardSchema),
    }),
  }),
};

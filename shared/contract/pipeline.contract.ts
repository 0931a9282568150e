import { z } from 'zod';
import { stallCodes } from '../domain/notices/stallCodes.ts';
import { defineCommand, defineQuery } from './operation.ts';
import {
  currencySchema,
  daySchema,
  idSchema,
  instantSchema,
  lineSchema,
  moneySumSchema,
  nameSchema,
  namedRefSchema,
  opportunityStatusSchema,
  shareSchema,
  stageClassSchema,
} from './primitives.ts';
import { closing, gateItemSchema, moveErrors, moveInput } from './moveGate.ts';

export const stageSchema = z.object({
  id: idSchema,
  key: z.string(),
  name: z.string(),
  stageClass: stageClassSchema,
  position: z.int(),
  /** Thousandths, 0..1000. */
  winRateMille: z.int(),
  /** Business days allowed, null = no limit. */
  allowedDays: z.int().nullable(),
  requiresC139: z.boolean(),
});
export type Stage = z.infer<typeof stageSchema>;

export const processSchema = z.object({
  id: idSchema,
  name: z.string(),
  versionId: idSchema,
  allowSkip: z.boolean(),
  allowBack: z.boolean(),
  stages: z.array(stageSchema),
  openCount: z.int(),
});
export type Process = z.infer<typeof processSchema>;

/** What narrows the board, the list and the timeline; lives in the URL. */
export const pipelineFilterSchema = z.object({
  text: z.string().max(200).optional(),
  ownerIds: z.array(idSchema).max(100).optional(),
  /** `any`: won, lost and paused too. Default open only. */
  status: z.enum(['open', 'paused', 'won', 'lost', 'closed', 'any']).optional(),
  accountId: idSchema.optional(),
  amountMin: z.int().optional(),
  amountMax: z.int().optional(),
  closeFrom: daySchema.optional(),
  closeTo: daySchema.optional(),
  /** Without an expected close: what the timeline cannot show. */
  undated: z.boolean().optional(),
  /** Longer in stage than allowed. */
  overdue: z.boolean().optional(),
  /** No open task. */
  noNextStep: z.boolean().optional(),
  /** Without this win rate: what the expected amount by it cannot count. */
  unrated: z.enum(['own', 'model']).optional(),
  qualification: z.enum(['A', 'B', 'C', 'none']).optional(),
  source: z.string().max(200).optional(),
});
export type PipelineFilter = z.infer<typeof pipelineFilterSchema>;

export const boardSortSchema = z.enum(['rank', 'expectedClose', 'amount', 'stageAge', 'created']);
export type BoardSort = z.infer<typeof boardSortSchema>;

/**
 * Which of the three win rates `expectedMinor` is weighted with. Deals whose own or model rate is unknown are left out of
 * that sum and counted apart (`unrated`): the three are never mixed.
 */
export const expectedBySchema = z.enum(['stage', 'own', 'model']);
export type ExpectedBy = z.infer<typeof expectedBySchema>;

/** Why a deal stays too long in its stage, as its owner said. */
export const stallSchema = z.object({ code: z.enum(stallCodes), note: z.string(), at: instantSchema });
export type Stall = z.infer<typeof stallSchema>;

export const dealCardSchema = z.object({
  id: idSchema,
  name: z.string(),
  account: namedRefSchema.nullable(),
  owner: namedRefSchema.nullable(),
  stageId: idSchema,
  status: opportunityStatusSchema,
  amountMinor: z.int().nullable(),
  currency: currencySchema,
  expectedClose: daySchema.nullable(),
  stageEnteredAt: instantSchema,
  /** Business days over what the stage allows, null when within or without limit. */
  daysOver: z.int().nullable(),
  /** Why it stays there, as was said last on this visit; null while nobody has said it. Only of deals that are over. */
  stall: stallSchema.nullable().optional(),
  stageWinRate: shareSchema,
  ownWinRate: shareSchema.nullable(),
  modelWinRate: shareSchema.nullable(),
  c139: z
    .object({ wins: z.int(), firsts: z.int(), clears: z.int(), zone: z.enum(['win', 'shaking', 'lose']) })
    .nullable(),
  tasks: z.object({ done: z.int(), total: z.int() }),
  next: z
    .object({ taskId: idSchema, title: z.string(), dueDate: daySchema.nullable(), dueMinute: z.int().nullable() })
    .nullable(),
  rank: z.string(),
});
export type DealCard = z.infer<typeof dealCardSchema>;

const columnSchema = z.object({
  stageId: idSchema,
  count: z.int(),
  sums: z.array(moneySumSchema),
  overdueCount: z.int(),
  cards: z.array(dealCardSchema),
  /** Opaque position after the last card, null at the end. */
  nextCursor: z.string().nullable(),
});
export type BoardColumn = z.infer<typeof columnSchema>;

export { type GateItem, gateItemSchema, type MoveInput } from './moveGate.ts';

const signOffRow = z.object({
  taskId: idSchema,
  opportunity: namedRefSchema,
  account: namedRefSchema.nullable(),
  owner: namedRefSchema.nullable(),
  amountMinor: z.int().nullable(),
  currency: currencySchema,
  stageName: z.string(),
  criterionId: idSchema,
  criterionText: z.string(),
  askedBy: z.string(),
  askedAt: instantSchema,
  note: z.string(),
  dueDate: daySchema.nullable(),
});
export type SignOffRow = z.infer<typeof signOffRow>;

const listRow = dealCardSchema.extend({ createdAt: instantSchema, stageName: z.string(), source: z.string() });
export type ListRow = z.infer<typeof listRow>;

export const pipelineContract = {
  /** Every process with its current stages, for switches and for the import's stage mapping. */
  processes: defineQuery({ name: 'pipeline.processes', input: z.object({}), output: z.array(processSchema) }),
  /** One board in one round trip: sums and the first cards of every open column, and the closed stages' counts. */
  board: defineQuery({
    name: 'pipeline.board',
    input: z.object({
      processId: idSchema,
      filter: pipelineFilterSchema.default({}),
      sort: boardSortSchema.default('rank'),
      expectedBy: expectedBySchema.default('stage'),
      perColumn: z.int().min(1).max(200).default(40),
    }),
    output: z.object({ columns: z.array(columnSchema), totals: z.array(moneySumSchema), count: z.int() }),
  }),
  /** The next cards of one column. */
  column: defineQuery({
    name: 'pipeline.column',
    input: z.object({
      processId: idSchema,
      stageId: idSchema,
      filter: pipelineFilterSchema.default({}),
      sort: boardSortSchema.default('rank'),
      cursor: z.string().nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ cards: z.array(dealCardSchema), nextCursor: z.string().nullable() }),
  }),
  /**
   * A window of the list view; sorting and paging happen in SQL. In the worker: ordered by the name of the account it reads
   * every deal (0.2–0.4 s of 100,000).
   */
  list: defineQuery({
    name: 'pipeline.list',
    runs: 'worker',
    input: z.object({
      processId: idSchema.nullable().default(null),
      filter: pipelineFilterSchema.default({}),
      /** Only these stages (the funnel and the board's figures open their rows with it). */
      stageIds: z.array(idSchema).max(100).optional(),
      sortBy: z
        .enum(['name', 'account', 'owner', 'stage', 'amount', 'expectedClose', 'stageAge', 'created'])
        .default('expectedClose'),
      descending: z.boolean().default(false),
      expectedBy: expectedBySchema.default('stage'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: z.object({ rows: z.array(listRow), total: z.int(), sums: z.array(moneySumSchema) }),
  }),
  /** Open deals on a time axis by expected close; deals without date are counted apart. */
  timeline: defineQuery({
    name: 'pipeline.timeline',
    input: z.object({
      processId: idSchema,
      filter: pipelineFilterSchema.default({}),
      from: daySchema,
      to: daySchema,
      expectedBy: expectedBySchema.default('stage'),
      limit: z.int().min(1).max(2000).default(500),
    }),
    output: z.object({
      rows: z.array(listRow),
      total: z.int(),
      undated: z.int(),
      months: z.array(moneySumSchema.omit({ currency: true }).extend({ month: z.string() })),
    }),
  }),
  /** The criteria of the deal's stage and whether a move to the given stage would pass. */
  checkMove: defineQuery({
    name: 'pipeline.checkMove',
    input: z.object({ opportunityId: idSchema, toStageId: idSchema }),
    output: z.object({
      kind: z.enum(['advance', 'skip', 'back', 'close', 'reopen', 'same']),
      blocked: z.boolean(),
      needsReason: z.boolean(),
      items: z.array(gateItemSchema),
    }),
  }),
  /** Moves one card; the same rule whichever door it comes through. */
  move: defineCommand({
    name: 'pipeline.move',
    input: moveInput,
    output: z.object({ card: dealCardSchema, fromStageId: idSchema.nullable() }),
    errors: moveErrors,
    topics: ['opportunities', 'tasks'],
  }),
  /** Moves many by the same rule; those that may not move are answered with the reason, the others go. */
  moveMany: defineCommand({
    name: 'pipeline.moveMany',
    input: z.object({
      opportunityIds: z.array(idSchema).min(1).max(5000),
      toStageId: idSchema,
      reason: lineSchema.optional(),
      ...closing,
    }),
    output: z.object({
      moved: z.array(idSchema),
      refused: z.array(z.object({ opportunityId: idSchema, name: z.string(), error: moveErrors })),
    }),
    topics: ['opportunities', 'tasks'],
  }),
  /** Puts a card at another place of its own column. */
  reorder: defineCommand({
    name: 'pipeline.reorder',
    input: z.object({
      opportunityId: idSchema,
      beforeId: idSchema.nullable().default(null),
      afterId: idSchema.nullable().default(null),
    }),
    output: z.object({ rank: z.string() }),
    topics: ['opportunities'],
  }),
  /** Proves a criterion without moving. */
  giveEvidence: defineCommand({
    name: 'pipeline.giveEvidence',
    input: z.object({ opportunityId: idSchema, criterionId: idSchema, note: nameSchema }),
    output: z.object({}),
    topics: ['opportunities'],
  }),
  withdrawEvidence: defineCommand({
    name: 'pipeline.withdrawEvidence',
    input: z.object({ opportunityId: idSchema, criterionId: idSchema }),
    output: z.object({}),
    topics: ['opportunities'],
  }),
  /** Parks a deal without closing it, or takes it up again. */
  pause: defineCommand({
    name: 'pipeline.pause',
    input: z.object({ opportunityId: idSchema, paused: z.boolean(), reason: lineSchema.default('') }),
    output: z.object({}),
    topics: ['opportunities'],
  }),
  /** The same for many, with one reason; closed deals are answered as refused. */
  pauseMany: defineCommand({
    name: 'pipeline.pauseMany',
    input: z.object({
      opportunityIds: z.array(idSchema).min(1).max(5000),
      paused: z.boolean(),
      reason: lineSchema.default(''),
    }),
    output: z.object({ changed: z.array(idSchema), refused: z.array(idSchema) }),
    topics: ['opportunities'],
  }),
  /** Asks somebody who may sign for a sign-off: a task for them. Asking again while one is open changes nothing. */
  askSignOff: defineCommand({
    name: 'pipeline.askSignOff',
    input: z.object({
      opportunityId: idSchema,
      criterionId: idSchema,
      /** Left out: the owner's manager where they may sign, else the first who may. */
      memberId: idSchema.optional(),
      /** Title of the task; left out = the criterion's text. */
      title: nameSchema.optional(),
      note: lineSchema.default(''),
    }),
    output: z.object({ taskId: idSchema, asked: namedRefSchema, isNew: z.boolean() }),
    errors: z.discriminatedUnion('type', [z.object({ type: z.literal('nobodyMaySign') })]),
    topics: ['tasks', 'opportunities'],
  }),
  /** What waits for this person's sign-off: 待我签核; without `memberId` of whoever works on this device. */
  signOffsWaiting: defineQuery({
    name: 'pipeline.signOffsWaiting',
    input: z.object({ memberId: idSchema.optional(), limit: z.int().min(1).max(200).default(50) }),
    output: z.object({ rows: z.array(signOffRow), total: z.int() }),
  }),
  /** Known rivals by what is typed, those of most deals first. */
  competitors: defineQuery({
    name: 'pipeline.competitors',
    input: z.object({ text: z.string().max(200).default(''), limit: z.int().min(1).max(50).default(8) }),
    output: z.array(z.object({ id: idSchema, name: z.string(), deals: z.int() })),
  }),
};

/** Fields of saved views; `state` is the URL search of the screen. */
export const viewsContract = {
  list: defineQuery({
    name: 'views.list',
    input: z.object({ screen: z.string().max(40) }),
    output: z.array(
      z.object({ id: idSchema, name: z.string(), shared: z.boolean(), mine: z.boolean(), state: z.string() }),
    ),
  }),
  save: defineCommand({
    name: 'views.save',
    input: z.object({
      id: idSchema.optional(),
      screen: z.string().min(1).max(40),
      name: nameSchema,
      shared: z.boolean().default(false),
      state: z.string().max(10_000),
    }),
    output: z.object({ id: idSchema }),
    topics: ['views'],
  }),
  remove: defineCommand({
    name: 'views.remove',
    input: z.object({ id: idSchema }),
    output: z.object({}),
    topics: ['views'],
  }),
};

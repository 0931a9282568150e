import { z } from 'zod';
import { deliverableMissingSchema } from './documentShapes.ts';
import { buyingRoleSchema, coverageSchema } from './powerMap.contract.ts';
import { idSchema, instantSchema, lineSchema, nameSchema, outcomeReasonSchema, outcomeSchema } from './primitives.ts';
import { qualificationAnswerInputSchema, qualificationLevelSchema } from './qualification.contract.ts';

/** What has to be given to meet a criterion, as far as its kind has it; null and empty = its kind asks for no such thing. */
const gateNeedsSchema = z.object({
  /** taskDone, deliverable: what the stage prescribed, and the deal's own task for it. */
  stageTaskId: z.string().nullable(),
  task: z.object({ id: idSchema, title: z.string(), status: z.string() }).nullable(),
  /** activityWithin: kinds that count (none = any) and how many calendar days back. */
  kinds: z.array(z.string()),
  days: z.number().nullable(),
  /** roleCovered */
  role: buyingRoleSchema.nullable(),
  coverage: coverageSchema.nullable(),
  /** qualification */
  level: qualificationLevelSchema.nullable(),
  /** c139: each that is given must be reached. */
  minClears: z.number().nullable(),
  minFirsts: z.number().nullable(),
  minWins: z.number().nullable(),
  /** signOff: the role that may sign; an admin may always. */
  signRole: z.enum(['manager', 'coach', 'admin']).nullable(),
});
export type GateNeeds = z.infer<typeof gateNeedsSchema>;

/** A criterion as the gate dialog and the command line show it. */
export const gateItemSchema = z.object({
  criterionId: idSchema,
  /** exit: of the stage that is left; entry: of the stage that is entered. */
  gate: z.enum(['exit', 'entry']),
  kind: z.enum([
    'evidence',
    'fieldFilled',
    'taskDone',
    'deliverable',
    'activityWithin',
    'roleCovered',
    'qualification',
    'c139',
    'signOff',
  ]),
  text: z.string(),
  enforcement: z.enum(['block', 'warn']),
  met: z.boolean(),
  /** The proof, when met: note, who, when. */
  evidence: z.object({ note: z.string(), at: instantSchema, byName: z.string() }).nullable(),
  /** Name of the record field that would meet it, for kind fieldFilled. */
  field: z.string().nullable(),
  needs: gateNeedsSchema,
});
export type GateItem = z.infer<typeof gateItemSchema>;

/** Code of a C139 element. */
export const c139CodeSchema = z.string().regex(/^(C[1-9]|F[1-3]|W1)$/);

/** How a move can be refused. */
export const moveErrors = z.discriminatedUnion('type', [
  /** Criteria are open. `blocked`: at least one of them blocks and cannot be overridden by a reason. */
  z.object({ type: z.literal('gate'), blocked: z.boolean(), items: z.array(gateItemSchema) }),
  z.object({ type: z.literal('wrongProcess') }),
  z.object({ type: z.literal('skipNotAllowed') }),
  z.object({ type: z.literal('backNotAllowed') }),
  z.object({ type: z.literal('reasonRequired'), for: z.enum(['skip', 'back', 'lost', 'reopen', 'pause']) }),
  /** Somebody moved it meanwhile; the card is shown anew. */
  z.object({ type: z.literal('movedMeanwhile'), stageId: idSchema }),
  z.object({ type: z.literal('sameStage') }),
  /** This reason is none for this outcome, or this outcome none of this stage. */
  z.object({ type: z.literal('wrongOutcome') }),
  /** The level follows from the answers and cannot be typed while there are any. */
  z.object({ type: z.literal('levelDerived') }),
  /** A "yes" without evidence is not taken. */
  z.object({ type: z.literal('evidenceMissing'), questionId: idSchema }),
  /** The task is done only with a document attached. */
  deliverableMissingSchema,
]);

/** The rival that a deal was lost to or won against: a known one, or a new name. */
const competitorChoice = z.union([z.object({ id: idSchema }), z.object({ name: nameSchema })]);

/** How it ended and why; only for moves into a closed stage. */
export const closing = {
  /** Left out: won in a won stage; in a lost stage what the reason belongs to. */
  outcome: outcomeSchema.optional(),
  outcomeReason: outcomeReasonSchema.optional(),
  outcomeNote: lineSchema.optional(),
  competitor: competitorChoice.optional(),
};

/** Somebody who holds a role, with how well they are covered: on the map already, a known person, or a new one. */
const roleHolder = z.object({
  role: buyingRoleSchema,
  coverage: z.enum(['brief', 'multiple', 'deep']),
  who: z.union([
    z.object({ contactId: idSchema }),
    z.object({ newPerson: z.object({ name: nameSchema, title: lineSchema.default('') }) }),
  ]),
});

/** A move of one card with everything that it proves. */
export const moveInput = z.object({
  opportunityId: idSchema,
  toStageId: idSchema,
  /** Stage the mover saw it in; a different one now is `movedMeanwhile`. */
  fromStageId: idSchema.optional(),
  /** Card before which and after which it is dropped, for the manual order. */
  beforeId: idSchema.nullable().optional(),
  afterId: idSchema.nullable().optional(),
  /** Why it moves although criteria are open, or is skipped, moved back, lost or reopened. */
  reason: lineSchema.optional(),
  /** Criteria proven with this move. */
  evidence: z
    .array(z.object({ criterionId: idSchema, note: nameSchema }))
    .max(50)
    .optional(),
  /** Fields filled in the gate dialog. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  /** People who hold a role; they are put on the map, or their role and coverage there are raised. */
  roles: z.array(roleHolder).max(20).optional(),
  /** Qualification answers. */
  answers: z.array(qualificationAnswerInputSchema).max(200).optional(),
  /** The seller's own C139 judgements. */
  judgements: z
    .array(z.object({ code: c139CodeSchema, value: z.union([z.literal(0), z.literal(1)]), evidence: lineSchema }))
    .max(14)
    .optional(),
  /** Tasks of the deal that are done; a stage's task that this deal was never given is meant by its own id. */
  doneTaskIds: z.array(idSchema).max(100).optional(),
  ...closing,
});
export type MoveInput = z.infer<typeof moveInput>;

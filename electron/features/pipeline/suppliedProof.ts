import type { WriteDb } from '#db/handles.ts';
import { criterionRows } from '#db/queries/pipeline/gateFacts.ts';
import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { MoveInput } from '#shared/contract/pipeline.contract.ts';
import { criteriaOfMove } from '#shared/domain/pipeline/criterion.ts';
import type { MoveError } from '#shared/domain/pipeline/decideMove.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { appendOwnJudgement } from '../opportunity/judgeC139.ts';
import { checkFields } from '../opportunity/checkFields.ts';
import { answerForDeal } from '../qualification/answerQuestions.ts';
import { coverRole } from './coverRole.ts';
import { finishTasks } from './finishTasks.ts';
import { parseObject } from './moveContext.ts';
import type { ParsedFields } from './parseFields.ts';
import { createPlanner } from './planMove.ts';
import { signOrProve } from './signOrProve.ts';

type Failure = MoveError | CommonError;

/**
 * Writes everything that a move brings along: proofs, fields, people in their roles, answers, judgements, done tasks. It
 * runs before the criteria are judged and in the same transaction, so that one judgement of what is stored decides, and a
 * refused move leaves nothing behind.
 */
export function writeSupplied(
  context: CommandContext,
  db: WriteDb,
  input: MoveInput,
  fields: ParsedFields,
): Result<null, Failure> {
  const deal = moveDealRows(db, [input.opportunityId])[0];
  if (deal === undefined) return err({ type: 'notFound', entity: 'opportunity', id: input.opportunityId });
  const steps: (() => Result<unknown, Failure>)[] = [
    () => proofs(context, db, input),
    () => writeFields(db, deal.id, deal.custom, fields),
    ...(input.roles ?? []).map((holder) => () => coverRole(context, db, deal, holder)),
    ...(input.answers === undefined ? [] : [() => answerForDeal(context, db, deal.id, input.answers ?? [])]),
    ...(input.judgements ?? []).map((judgement) => () => ok(appendOwnJudgement(context, db, deal.id, judgement))),
    () => finishTasks(context, db, deal, input.doneTaskIds ?? []),
  ];
  for (const step of steps) {
    const done = step();
    if (!done.ok) return done;
  }
  return ok(null);
}

/** A criterion of another stage is no criterion of this move. */
function proofs(context: CommandContext, db: WriteDb, input: MoveInput): Result<null, Failure> {
  const { evidence = [] } = input;
  if (evidence.length === 0) return ok(null);
  const deal = moveDealRows(db, [input.opportunityId])[0];
  const target = deal === undefined ? null : createPlanner(db, input).targetOf(deal);
  if (deal === undefined || target === null) return err({ type: 'wrongProcess' });
  const criteria = criteriaOfMove(criterionRows(db, [deal.stageId, target]), deal.stageId, target);
  for (const { criterionId, note } of evidence) {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (criterion === undefined) return err({ type: 'notFound', entity: 'stageCriterion', id: criterionId });
    const proven = signOrProve(context, db, { opportunityId: deal.id, criterion, note });
    if (!proven.ok) return proven;
  }
  return ok(null);
}

function writeFields(db: WriteDb, id: string, custom: string, fields: ParsedFields): Result<null, Failure> {
  const refused = checkFields(db, id, fields.columns);
  if (refused !== null) return err(refused);
  const own = Object.keys(fields.custom).length === 0 ? {} : { custom: merged(custom, fields.custom) };
  if (Object.keys(fields.columns).length > 0 || 'custom' in own)
    changeOpportunity(db, id, { ...fields.columns, ...own });
  return ok(null);
}

const merged = (custom: string, values: ParsedFields['custom']): string =>
  JSON.stringify({ ...parseObject(custom), ...values });

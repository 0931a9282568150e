import type { WriteDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { type AnswerRow, answersOfDeal, answersOfLead } from '#db/queries/qualification/qualificationRows.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import { saveAnswer } from '#db/repositories/qualification.ts';
import { getRow } from '#db/rows.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import type { CommonError, ParsedInputOf } from '#shared/contract/operation.ts';
import type { qualificationContract, QualificationLevel } from '#shared/contract/qualification.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Answer, CommandContext, Handler } from '../../ipc/handler.ts';
import { stableId } from '../imports/engine/stableId.ts';
import { actor } from '../pipeline/applyMove.ts';
import { qualificationOfDeal, qualificationOfLead } from './loadQualification.ts';

type Contract = typeof qualificationContract;
type Given = ParsedInputOf<Contract['answer']>['answers'];
type Failure = CommonError | { readonly type: 'evidenceMissing'; readonly questionId: string };

/** Answers questions about one deal or lead; a deal's level follows in the same transaction. */
export const answer: Handler<Contract['answer']> = (context, { opportunityId, leadId, answers }) =>
  context.write('qualification.answer', (db): Answer<Contract['answer']> => {
    if (opportunityId !== undefined) {
      const reached = answerForDeal(context, db, opportunityId, answers);
      return reached.ok ? ok({ reached: reached.value }) : reached;
    }
    const target = leadId ?? '';
    const missing = missingReference(db, [{ entity: 'lead', id: target }]);
    if (missing !== null) return err({ type: 'notFound', ...missing });
    const asked = qualificationOfLead(db, target).questions.map(({ id }) => id);
    const written = writeAnswers(context, db, { leadId: target }, asked, answers, answersOfLead(db, target));
    return written.ok ? ok({ reached: qualificationOfLead(db, target).reached }) : written;
  });

/** Writes answers about a deal and the level that follows; also for what comes with a move. Runs in the caller's transaction. */
export function answerForDeal(
  context: CommandContext,
  db: WriteDb,
  opportunityId: string,
  answers: Given,
): Result<QualificationLevel | '', Failure> {
  const deal = getRow(db, opportunity, opportunityId);
  if (deal === undefined || deal.removedAt !== null)
    return err({ type: 'notFound', entity: 'opportunity', id: opportunityId });
  const asked = qualificationOfDeal(db, opportunityId, deal.processId).questions.map(({ id }) => id);
  const written = writeAnswers(context, db, { opportunityId }, asked, answers, answersOfDeal(db, opportunityId));
  if (!written.ok) return written;
  const { reached } = qualificationOfDeal(db, opportunityId, deal.processId);
  if (reached !== deal.qualificationLevel) changeOpportunity(db, opportunityId, { qualificationLevel: reached });
  return ok(reached);
}

function writeAnswers(
  context: CommandContext,
  db: WriteDb,
  record: { readonly opportunityId: string } | { readonly leadId: string },
  asked: readonly string[],
  answers: Given,
  known: readonly AnswerRow[],
): Result<null, Failure> {
  const key = 'leadId' in record ? record.leadId : record.opportunityId;
  for (const { questionId, value, evidence } of answers) {
    if (!asked.includes(questionId)) return err({ type: 'notFound', entity: 'qualificationQuestion', id: questionId });
    if (value === 'yes' && evidence === '') return err({ type: 'evidenceMissing', questionId });
    // The same on every device: two laptops that answer one question write one row.
    const id =
      known.findLast((row) => row.questionId === questionId)?.id ?? stableId('qualificationAnswer', questionId, key);
    saveAnswer(db, { ...record, id, questionId, value, evidence, at: context.now, byId: actor(context) });
  }
  return ok(null);
}

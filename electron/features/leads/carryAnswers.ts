import type { WriteDb } from '#db/handles.ts';
import { answersOfDeal, answersOfLead } from '#db/queries/qualification/qualificationRows.ts';
import type { CommandContext } from '../../ipc/handler.ts';
import { answerForDeal } from '../qualification/answerQuestions.ts';
import { qualificationOfLead } from '../qualification/loadQualification.ts';

/**
 * Lets what was answered about a lead count for its deal, whose level follows. A question that the deal has an answer to already
 * keeps that one: it is the newer knowledge.
 */
export function carryAnswers(context: CommandContext, db: WriteDb, leadId: string, opportunityId: string): void {
  const asked = new Set(qualificationOfLead(db, leadId).questions.map(({ id }) => id));
  const known = new Set(answersOfDeal(db, opportunityId).map(({ questionId }) => questionId));
  const answers = answersOfLead(db, leadId)
    .filter(({ questionId, value, evidence }) => {
      const says = value !== 'unknown' || evidence !== '';
      return says && asked.has(questionId) && !known.has(questionId);
    })
    .map(({ questionId, value, evidence }) => ({ questionId, value, evidence }));
  if (answers.length === 0) return;
  const carried = answerForDeal(context, db, opportunityId, answers);
  if (!carried.ok) throw new Error(`Answers of a lead could not be carried over: ${carried.error.type}`);
}

import { missingReference } from '#db/queries/missingReference.ts';
import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import type { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { answer } from './answerQuestions.ts';
import { qualificationOfDeal, qualificationOfLead } from './loadQualification.ts';
import { questions, removeQuestion, reorderQuestion, saveQuestion } from './questionSet.ts';

/** Everything behind `qualification.*`. */
export const qualificationHandlers = {
  questions,
  saveQuestion,
  reorder: reorderQuestion,
  removeQuestion,
  ofDeal: ({ db }, { opportunityId }) => {
    const missing = missingReference(db, [{ entity: 'opportunity', id: opportunityId }]);
    if (missing !== null) return err({ type: 'notFound', ...missing });
    return ok(qualificationOfDeal(db, opportunityId, moveDealRows(db, [opportunityId])[0]?.processId ?? null));
  },
  ofLead: ({ db }, { leadId }) => {
    const missing = missingReference(db, [{ entity: 'lead', id: leadId }]);
    return missing === null ? ok(qualificationOfLead(db, leadId)) : err({ type: 'notFound', ...missing });
  },
  answer,
} satisfies HandlersFor<typeof qualificationContract>;

import type { WriteDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { allQuestions, type QuestionRow } from '#db/queries/qualification/qualificationRows.ts';
import { addQuestion, changeQuestion, liveQuestion } from '#db/repositories/qualification.ts';
import type { qualificationContract } from '#shared/contract/qualification.contract.ts';
import { rankBetween } from '#shared/lib/rank.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';
import { toQuestion } from './loadQualification.ts';
import { updateLevels } from './updateLevels.ts';

type Contract = typeof qualificationContract;

/** The whole set in order. */
export const questions: Handler<Contract['questions']> = ({ db }) =>
  ok(allQuestions(db).map((row) => ({ ...toQuestion(row), processName: row.processName })));

/** Adds a question at the end of its level, or changes one. */
export const saveQuestion: Handler<Contract['saveQuestion']> = (context, { id, decisive, ...fields }) =>
  context.write('qualification.saveQuestion', (db): Answer<Contract['saveQuestion']> => {
    const missing = missingReference(db, [{ entity: 'process', id: fields.processId }]);
    if (missing !== null) return err({ type: 'notFound', ...missing });
    const row = { ...fields, decisive: decisive ? 1 : 0 };
    if (id === undefined) {
      const newId = context.newId();
      addQuestion(db, { ...row, id: newId, rank: rankAtEnd(allQuestions(db)), createdAt: context.now });
      return ok({ id: newId, changedDeals: updateLevels(db) });
    }
    if (liveQuestion(db, id) === undefined) return err({ type: 'notFound', entity: 'qualificationQuestion', id });
    changeQuestion(db, id, row);
    return ok({ id, changedDeals: updateLevels(db) });
  });

/** Takes a question out of the set; its answers stay where they are. */
export const removeQuestion: Handler<Contract['removeQuestion']> = (context, { id }) =>
  context.write('qualification.removeQuestion', (db): Answer<Contract['removeQuestion']> => {
    if (liveQuestion(db, id) === undefined) return err({ type: 'notFound', entity: 'qualificationQuestion', id });
    changeQuestion(db, id, { removedAt: context.now });
    return ok({ changedDeals: updateLevels(db) });
  });

/** Puts a question between two others; neighbours that are gone are ignored, with none left it goes to the top. */
export const reorderQuestion: Handler<Contract['reorder']> = (context, { id, afterId, beforeId }) =>
  context.write('qualification.reorder', (db): Answer<Contract['reorder']> => {
    if (liveQuestion(db, id) === undefined) return err({ type: 'notFound', entity: 'qualificationQuestion', id });
    changeQuestion(db, id, { rank: rankBeside(db, id, afterId, beforeId) });
    return ok({});
  });

function rankBeside(db: WriteDb, id: string, afterId: string | null, beforeId: string | null): string {
  const others = allQuestions(db).filter((row) => row.id !== id);
  const after = others.findIndex((row) => row.id === afterId);
  const before = others.findIndex((row) => row.id === beforeId);
  const at = after >= 0 ? after + 1 : Math.max(before, 0);
  return rankBetween(others[at - 1]?.rank ?? null, others[at]?.rank ?? null);
}

const rankAtEnd = (rows: readonly QuestionRow[]): string => rankBetween(rows.at(-1)?.rank ?? null, null);

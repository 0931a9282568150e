import type { WriteDb } from '#db/handles.ts';
import { allQuestions, runningAnswers, type RunningAnswerRow } from '#db/queries/qualification/qualificationRows.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import { isAnswered, levelReached } from '#shared/domain/qualification/levelReached.ts';

/**
 * Lets the level of every running deal that has answers follow a change of the questions; returns how many changed. Closed
 * deals keep the level with which they ended.
 */
export function updateLevels(db: WriteDb): number {
  const questions = allQuestions(db).map((row) => ({ ...row, decisive: row.decisive === 1 }));
  let changed = 0;
  for (const [opportunityId, rows] of Map.groupBy(runningAnswers(db), (row) => row.opportunityId)) {
    const { processId, qualificationLevel } = rows[0] as RunningAnswerRow;
    const own = questions.filter((question) => question.processId === null || question.processId === processId);
    const answers = new Map(rows.map((row) => [row.questionId, row]));
    // Without an answer to a question that is still asked the level is whatever a person typed.
    if (!own.some(({ id }) => isAnswered(answers.get(id)))) continue;
    const reached = levelReached(own, answers);
    if (reached === qualificationLevel) continue;
    changeOpportunity(db, opportunityId, { qualificationLevel: reached });
    changed += 1;
  }
  return changed;
}

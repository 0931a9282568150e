import type { ReadDb } from '#db/handles.ts';
import {
  type AnswerRow,
  answersOfDeal,
  answersOfLead,
  type QuestionRow,
  questionsFor,
} from '#db/queries/qualification/qualificationRows.ts';
import type { Qualification, QualificationQuestion } from '#shared/contract/qualification.contract.ts';
import { recordQualification } from '#shared/domain/qualification/recordQualification.ts';

/** The questions of a deal of this process with what was answered. */
export const qualificationOfDeal = (db: ReadDb, id: string, processId: string | null): Qualification =>
  join(db, processId, answersOfDeal(db, id));

/** The questions for leads with what was answered about this one. */
export const qualificationOfLead = (db: ReadDb, id: string): Qualification => join(db, null, answersOfLead(db, id));

function join(db: ReadDb, processId: string | null, rows: readonly AnswerRow[]): Qualification {
  const answers = new Map(rows.map((row) => [row.questionId, row]));
  return recordQualification(
    questionsFor(db, processId).map((row) => {
      const question = toQuestion(row);
      const answer = answers.get(question.id);
      return {
        ...question,
        answer:
          answer === undefined
            ? null
            : { value: answer.value, evidence: answer.evidence, at: answer.at, byName: answer.byName },
      };
    }),
  );
}

/** A question as the contract shows it. */
export const toQuestion = ({
  id,
  processId,
  level,
  topic,
  text,
  hint,
  decisive,
}: QuestionRow): QualificationQuestion => ({
  id,
  processId,
  level,
  topic,
  text,
  hint,
  decisive: decisive === 1,
});

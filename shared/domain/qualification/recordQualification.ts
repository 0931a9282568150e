import type { AnsweredQuestion, Qualification } from '../../contract/qualification.contract.ts';
import { decisiveNos, isAnswered, levelReached } from './levelReached.ts';

/** What is known about one deal or lead, from its questions with their answers. */
export function recordQualification(questions: readonly AnsweredQuestion[]): Qualification {
  const answers = new Map(
    questions.flatMap(({ id, answer }) => (answer !== null && isAnswered(answer) ? [[id, answer] as const] : [])),
  );
  return {
    reached: levelReached(questions, answers),
    derived: answers.size > 0,
    questions: questions.map((question) => ({ ...question, answer: answers.get(question.id) ?? null })),
    decisiveNos: [...decisiveNos(questions, answers)],
  };
}

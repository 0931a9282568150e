import type { QualificationLevel, QualificationValue } from '../../contract/qualification.contract.ts';

/** The levels from the lowest to the highest. */
export const levels: readonly QualificationLevel[] = ['C', 'B', 'A'];

/** What a question asks for, as far as the level depends on it. */
export interface LevelQuestion {
  readonly id: string;
  readonly level: QualificationLevel;
  readonly decisive: boolean;
}

/** An answer; a `yes` counts only with evidence. */
export interface LevelAnswer {
  readonly value: QualificationValue;
  readonly evidence: string;
}

/**
 * The highest level whose questions, and those of the levels below it, are all answered with a proven yes; empty when the
 * lowest is not reached. A level without questions is reached by nobody: silence proves nothing. Product decision,
 * docs/adr/0007-processes.md.
 */
export function levelReached(
  questions: readonly LevelQuestion[],
  answers: ReadonlyMap<string, LevelAnswer>,
): QualificationLevel | '' {
  let reached: QualificationLevel | '' = '';
  for (const level of levels) {
    const own = questions.filter((question) => question.level === level);
    if (!own.every(({ id }) => isProvenYes(answers.get(id)))) break;
    if (own.length > 0) reached = level;
  }
  return reached;
}

/** Questions of this level and the ones below that are not yet answered with a proven yes. */
export function openFor<Q extends LevelQuestion>(
  level: QualificationLevel,
  questions: readonly Q[],
  answers: ReadonlyMap<string, LevelAnswer>,
): Q[] {
  const needed = levels.slice(0, levels.indexOf(level) + 1);
  return questions.filter((question) => needed.includes(question.level) && !isProvenYes(answers.get(question.id)));
}

/** Decisive questions that were answered with no: the demand is not real. */
export function decisiveNos(
  questions: readonly LevelQuestion[],
  answers: ReadonlyMap<string, LevelAnswer>,
): readonly string[] {
  return questions.filter(({ id, decisive }) => decisive && answers.get(id)?.value === 'no').map(({ id }) => id);
}

/** Whether something was answered at all; unknown without evidence is an answer taken back. */
export const isAnswered = (answer: LevelAnswer | undefined): boolean =>
  answer !== undefined && (answer.value !== 'unknown' || answer.evidence.trim() !== '');

/** Whether the answer helps towards a level. */
export const isProvenYes = (answer: LevelAnswer | undefined): boolean =>
  answer !== undefined && answer.value === 'yes' && answer.evidence.trim() !== '';

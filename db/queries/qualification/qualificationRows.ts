import type {
  QualificationLevel,
  QualificationTopic,
  QualificationValue,
} from '#shared/contract/qualification.contract.ts';
import type { ReadDb } from '../../handles.ts';

/** A question of the set. */
export interface QuestionRow {
  readonly id: string;
  readonly processId: string | null;
  readonly level: QualificationLevel;
  readonly topic: QualificationTopic;
  readonly text: string;
  readonly hint: string;
  readonly decisive: number;
  readonly rank: string;
}

const QUESTION = 'q.id, q.processId, q.level, q.topic, q.text, q.hint, q.decisive, q.rank';

/** The whole set in order, with the name of the process a question is limited to. */
export function allQuestions(db: ReadDb): (QuestionRow & { readonly processName: string })[] {
  return db.all(
    `SELECT ${QUESTION}, coalesce(p.name, '') AS processName FROM qualificationQuestion q
     LEFT JOIN process p ON p.id = q.processId WHERE q.removedAt IS NULL ORDER BY q.rank, q.id`,
  );
}

/** The questions that a deal of this process is asked; with null those for leads. */
export function questionsFor(db: ReadDb, processId: string | null): QuestionRow[] {
  return db.all<QuestionRow>(
    `SELECT ${QUESTION} FROM qualificationQuestion q
     WHERE q.removedAt IS NULL AND (q.processId IS NULL OR q.processId = ?) ORDER BY q.rank, q.id`,
    processId,
  );
}

/** What was answered about one record. */
export interface AnswerRow {
  readonly id: string;
  readonly questionId: string;
  readonly value: QualificationValue;
  readonly evidence: string;
  readonly at: number;
  readonly byName: string;
}

const ANSWER = `SELECT a.id, a.questionId, a.value, a.evidence, a.at, coalesce(m.name, '') AS byName
  FROM qualificationAnswer a LEFT JOIN member m ON m.id = a.byId`;

/** The answers about a deal. */
export function answersOfDeal(db: ReadDb, opportunityId: string): AnswerRow[] {
  return db.all<AnswerRow>(`${ANSWER} WHERE a.opportunityId = ?`, opportunityId);
}

/** The answers about a lead. */
export function answersOfLead(db: ReadDb, leadId: string): AnswerRow[] {
  return db.all<AnswerRow>(`${ANSWER} WHERE a.leadId = ?`, leadId);
}

/** An answer of a running deal, with what its level is compared by. */
export interface RunningAnswerRow {
  readonly opportunityId: string;
  readonly processId: string | null;
  readonly qualificationLevel: string;
  readonly questionId: string;
  readonly value: QualificationValue;
  readonly evidence: string;
}

/** Every answer about a deal that still runs, deal by deal: what a change of the questions goes through. */
export function runningAnswers(db: ReadDb): RunningAnswerRow[] {
  return db.all<RunningAnswerRow>(
    `SELECT a.opportunityId, o.processId, o.qualificationLevel, a.questionId, a.value, a.evidence
     FROM qualificationAnswer a JOIN opportunity o ON o.id = a.opportunityId
     WHERE o.status IN ('open', 'paused') AND o.removedAt IS NULL`,
  );
}

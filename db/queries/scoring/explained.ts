import type { ReadDb } from '../../handles.ts';
import type { ScoredKind } from './scoredRecords.ts';

/** The newest figure of one record. */
export interface ScoreOfRecord {
  readonly modelId: string | null;
  readonly asOf: number;
  readonly inputHash: string;
}

/** The newest figure of one record, as it was computed. */
export function scoreOf(db: ReadDb, kind: ScoredKind, id: string): ScoreOfRecord | undefined {
  return kind === 'deal'
    ? db.get('SELECT modelId, asOf, inputHash FROM opportunityScore WHERE opportunityId = ?', id)
    : db.get('SELECT modelId, asOf, inputHash FROM leadScore WHERE leadId = ?', id);
}

/** Version and time of training of a model. */
export function modelHead(db: ReadDb, id: string): { version: number; trainedAt: number } | undefined {
  return db.get('SELECT version, trainedAt FROM scoreModel WHERE id = ?', id);
}

/** Enough to say how far away a model is; counting further would only cost time. */
const COUNTED = 1000;

/** Records with a known outcome, counted up to a thousand. */
export function closedCount(db: ReadDb, kind: ScoredKind): number {
  const sql =
    kind === 'deal'
      ? `SELECT 1 FROM process p CROSS JOIN opportunity o INDEXED BY opportunity_board ON o.processId = p.id
         WHERE o.status IN ('won', 'lost', 'noDecision') AND o.removedAt IS NULL`
      : `SELECT 1 FROM lead WHERE status IN ('converted', 'disqualified') AND removedAt IS NULL`;
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM (${sql} LIMIT ${COUNTED})`)?.n ?? 0;
}

/** The name of a process or product line. */
export function namesOfCategories(db: ReadDb, kind: 'process' | 'productLine', id: string): string | undefined {
  return db.get<{ name: string }>(`SELECT name FROM ${kind} WHERE id = ?`, id)?.name;
}

/** Whether a deal or lead is there, and open. */
export function openState(db: ReadDb, kind: ScoredKind, id: string): { open: boolean } | undefined {
  const row =
    kind === 'deal'
      ? db.get<{ status: string }>('SELECT status FROM opportunity WHERE id = ? AND removedAt IS NULL', id)
      : db.get<{ status: string }>('SELECT status FROM lead WHERE id = ? AND removedAt IS NULL', id);
  return row && { open: ['open', 'paused', 'new', 'verifying', 'pool'].includes(row.status) };
}

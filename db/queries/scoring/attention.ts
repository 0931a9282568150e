import type { IsoDate } from '#shared/lib/time.ts';
import type { ReadDb } from '../../handles.ts';
import { dealCondition, type DealFilter } from '../pipeline/dealFilter.ts';

/** A deal that effort could pay for. */
export interface CandidateRow {
  readonly id: string;
  readonly amountMinor: number;
  readonly probability: number | null;
  /** When the figure was computed, and from which facts; null without one. */
  readonly asOf: number | null;
  readonly inputHash: string | null;
}

/** Open deals by what can be told of them, all that the filter leaves. */
export interface CandidateCounts {
  readonly total: number;
  readonly noAmount: number;
  readonly otherCurrency: number;
}

/** How many deals the filter leaves, and how many of them cannot be ranked. From the board's index alone where nothing else narrows. */
export function candidateCounts(db: ReadDb, filter: DealFilter, currency: string): CandidateCounts {
  const where = dealCondition(filter);
  const row = db.get<CandidateCounts>(
    `SELECT count(*) AS total, total(coalesce(o.amountMinor, 0) <= 0) AS noAmount,
       total(o.amountMinor > 0 AND o.currency <> ?) AS otherCurrency
     FROM opportunity o WHERE ${where.sql}`,
    currency,
    ...where.params,
  );
  return row ?? { total: 0, noAmount: 0, otherCurrency: 0 };
}

/** The deals with the most at stake by the model: amount × p × (1 − p), where a change of p moves most money. */
export function mostAtStake(db: ReadDb, filter: DealFilter, currency: string, limit: number): CandidateRow[] {
  const where = dealCondition(filter);
  return db.all<CandidateRow>(
    `SELECT o.id, o.amountMinor, r.probability, r.asOf, r.inputHash
     FROM opportunity o JOIN opportunityScore r ON r.opportunityId = o.id
     WHERE ${where.sql} AND o.currency = ? AND o.amountMinor > 0 AND r.probability IS NOT NULL
     ORDER BY o.amountMinor * r.probability * (1 - r.probability) DESC, o.id LIMIT ?`,
    ...where.params,
    currency,
    limit,
  );
}

/** The deals with the highest expected amount by the weight of their stage. */
export function mostExpected(db: ReadDb, filter: DealFilter, currency: string, limit: number): CandidateRow[] {
  const where = dealCondition(filter);
  return db.all<CandidateRow>(
    `SELECT o.id, o.amountMinor, NULL AS probability, NULL AS asOf, NULL AS inputHash
     FROM opportunity o JOIN stage s ON s.id = o.stageId
     WHERE ${where.sql} AND o.currency = ? AND o.amountMinor > 0
     ORDER BY o.amountMinor * s.winRateMille DESC, o.id LIMIT ?`,
    ...where.params,
    currency,
    limit,
  );
}

/** How many deals of the filter that could be ranked have no figure of the model. */
export function unscoredCount(db: ReadDb, filter: DealFilter, currency: string): number {
  const where = dealCondition(filter);
  const row = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM opportunity o WHERE ${where.sql} AND o.currency = ? AND o.amountMinor > 0
       AND NOT EXISTS (SELECT 1 FROM opportunityScore r WHERE r.opportunityId = o.id AND r.probability IS NOT NULL)`,
    ...where.params,
    currency,
  );
  return row?.n ?? 0;
}

/** What a row of the list shows of a deal. */
export interface AttentionDealRow {
  readonly id: string;
  readonly name: string;
  readonly accountId: string | null;
  readonly accountName: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly stageName: string;
  readonly winRateMille: number;
  readonly expectedClose: IsoDate | null;
}

/** Names and dates of these deals, in no particular order. */
export function attentionDeals(db: ReadDb, ids: readonly string[]): AttentionDealRow[] {
  return db.all<AttentionDealRow>(
    `SELECT o.id, o.name, a.id AS accountId, a.name AS accountName, m.id AS ownerId, m.name AS ownerName,
       coalesce(s.name, '') AS stageName, coalesce(s.winRateMille, 0) AS winRateMille, o.expectedClose
     FROM json_each(?) j CROSS JOIN opportunity o ON o.id = j.value LEFT JOIN account a ON a.id = o.accountId
     LEFT JOIN member m ON m.id = o.ownerId LEFT JOIN stage s ON s.id = o.stageId`,
    JSON.stringify(ids),
  );
}

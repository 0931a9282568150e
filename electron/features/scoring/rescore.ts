import type { ReadDb, WriteDb } from '#db/handles.ts';
import { scoredDay, scoredDayKey, SCORING_CURSOR, scoringCursor } from '#db/queries/scoring/logCursor.ts';
import {
  inputRows,
  inputRowsOf,
  openAmong,
  openRecordIds,
  type ScoredKind,
  scoredCounts,
  type ScoreRow,
  scoreRows,
  scoreRowsOf,
  staleIds,
  unfoldedIds,
} from '#db/queries/scoring/scoredRecords.ts';
import { saveLocalSetting } from '#db/repositories/localSettings.ts';
import { endInputs, keepInputs, markInputsStale } from '#db/repositories/scoreInputs.ts';
import { appendScorePages } from '#db/repositories/scorePages.ts';
import { keepScores } from '#db/repositories/scores.ts';
import { activeModel } from './activeModel.ts';
import { type ComputedScores, computeScores } from './computeScores.ts';
import { foldRecords } from './foldRecords.ts';
import { type TouchedRecords, touchedRecords } from './touchedRecords.ts';

/** What scoring works with: a connection, and one way to write what belongs to this device alone. */
export interface ScoringContext {
  readonly db: ReadDb;
  readonly now: number;
  /** When today began. */
  readonly dayStart: number;
  readonly write: (run: (db: WriteDb) => void) => void;
}

/** What was done. */
export interface RescoreOutcome {
  readonly scored: number;
  readonly changed: number;
}

/** Records folded per transaction. */
const FOLDED_AT_ONCE = 1000;

/** Notes what the log has changed: which facts are stale, which records have ended. Answers how many ended with a figure. */
export function noteChanges(context: ScoringContext): void {
  const { db } = context;
  const touched = touchedRecords(db);
  const ended = { deal: endedRecords(db, 'deal', touched), lead: endedRecords(db, 'lead', touched) };
  context.write((write) => {
    markInputsStale(write, 'deal', touched.deals);
    markInputsStale(write, 'lead', touched.leads);
    for (const kind of ['deal', 'lead'] as const) if (ended[kind].length > 0) endInputs(write, kind, ended[kind]);
    saveLocalSetting(write, SCORING_CURSOR, String(touched.seq));
  });
}

function endedRecords(db: ReadDb, kind: ScoredKind, touched: TouchedRecords): string[] {
  const ids = kind === 'deal' ? touched.deals : touched.leads;
  if (ids === 'all') {
    const open = new Set(openRecordIds(db, kind));
    return inputRows(db, kind).flatMap(({ id }) => (open.has(id) ? [] : [id]));
  }
  const open = new Set(openAmong(db, kind, ids));
  return ids.filter((id) => !open.has(id));
}

/** Folds stale and new records until none is left or the time is used up; true when all are done. */
export function refreshFacts(
  context: ScoringContext,
  kind: ScoredKind,
  isOver: () => boolean,
  report: (done: number, total: number) => void = () => {},
): boolean {
  const { db, now } = context;
  const { open, folded } = scoredCounts(db, kind);
  const ids = [...staleIds(db, kind, now), ...(open === folded ? [] : unfoldedIds(db, kind))];
  for (let from = 0; from < ids.length; from += FOLDED_AT_ONCE) {
    if (from > 0 && isOver()) return false;
    const inputs = foldRecords(db, kind, ids.slice(from, from + FOLDED_AT_ONCE), now);
    context.write((write) => keepInputs(write, kind, inputs));
    report(Math.min(ids.length, from + FOLDED_AT_ONCE), ids.length);
  }
  return true;
}

/** Computes the figures of all records of a kind that need it, and writes them. */
export function scoreAll(context: ScoringContext, kind: ScoredKind): RescoreOutcome {
  const { db } = context;
  const active = activeModel(db, kind);
  const { now, dayStart } = context;
  // Deals are a day older on each new day; within it only what happened changes a figure.
  const all = scoredDay(db, kind) !== dayStart;
  const computed = computeScores(kind, inputRows(db, kind), scoresById(scoreRows(db, kind)), active, { now, all });
  if (computed.computed > 0)
    context.write((write) => {
      keepFigures(write, kind, { modelId: active?.id ?? null, asOf: now }, computed);
      saveLocalSetting(write, scoredDayKey(kind), String(dayStart));
    });
  return { scored: computed.computed, changed: computed.changed.length };
}

/** Records that may be handled at once between two commands. */
const FEW = 40;

/**
 * Follows what the log says since it was last looked at, when that concerns a few records only: they are folded, scored and
 * written as one transaction. `many` when it concerns more, which is work for the job.
 */
export function scoreTouched(context: ScoringContext): RescoreOutcome | 'many' {
  const { db } = context;
  const touched = touchedRecords(db);
  if (touched.deals === 'all' || touched.leads === 'all') return 'many';
  const ids = { deal: touched.deals, lead: touched.leads };
  if (ids.deal.length + ids.lead.length > FEW) return 'many';
  const outcome = { scored: 0, changed: 0 };
  if (touched.seq === scoringCursor(db)) return outcome;
  context.write((write) => {
    for (const kind of ['deal', 'lead'] as const) {
      if (ids[kind].length === 0) continue;
      const done = scoreSome(context, write, kind, ids[kind]);
      outcome.scored += done.scored;
      outcome.changed += done.changed;
    }
    saveLocalSetting(write, SCORING_CURSOR, String(touched.seq));
  });
  return outcome;
}

function scoreSome(
  context: ScoringContext,
  write: WriteDb,
  kind: ScoredKind,
  ids: readonly string[],
): { readonly scored: number; readonly changed: number } {
  const open = new Set(openAmong(write, kind, ids));
  const ended = ids.filter((id) => !open.has(id));
  const gone = ended.length === 0 ? 0 : endInputs(write, kind, ended);
  keepInputs(write, kind, foldRecords(write, kind, [...open], context.now));
  const active = activeModel(context.db, kind);
  const inputs = inputRowsOf(write, kind, [...open]);
  const before = scoresById(scoreRowsOf(write, kind, [...open]));
  const computed = computeScores(kind, inputs, before, active, { now: context.now, all: true });
  keepFigures(write, kind, { modelId: active?.id ?? null, asOf: context.now }, computed);
  return { scored: computed.computed, changed: computed.changed.length + gone };
}

const scoresById = (rows: readonly ScoreRow[]): Map<string, ScoreRow> => new Map(rows.map((row) => [row.id, row]));

function keepFigures(
  write: WriteDb,
  kind: ScoredKind,
  scored: { readonly modelId: string | null; readonly asOf: number },
  { scores, changed }: ComputedScores,
): void {
  keepScores(write, kind, scored, scores);
  appendScorePages(write, kind, scored, changed);
}

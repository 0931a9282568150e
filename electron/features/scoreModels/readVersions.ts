import { modelChecks, type ModelCheckRow } from '#db/queries/scoreModels/modelChecks.ts';
import {
  modelInUse,
  modelVersion,
  type ModelVersionRow,
  modelVersions,
} from '#db/queries/scoreModels/modelVersions.ts';
import type { ReadDb } from '#db/handles.ts';
import {
  checkBodySchema,
  type ModelCheck,
  type ModelKind,
  type ModelReport,
  modelReportSchema,
  type ModelVersion,
} from '#shared/contract/scoreModel.contract.ts';
import type { IsoDate } from '#shared/lib/time.ts';

/** A version as the contract tells it, with its report. */
export interface ReadVersion {
  readonly version: ModelVersion;
  readonly report: ModelReport;
}

/** Every readable version of a kind, the newest first; one that a newer program wrote in another form is passed over. */
export function readVersions(db: ReadDb, kind: ModelKind): ReadVersion[] {
  return modelVersions(db, kind)
    .map((row) => toVersion(db, row))
    .filter((read) => read !== null);
}

/** One version, or null when there is none that this program can read. */
export function readVersion(db: ReadDb, id: string): ReadVersion | null {
  const row = modelVersion(db, id);
  return row === undefined ? null : toVersion(db, row);
}

function toVersion(db: ReadDb, row: ModelVersionRow): ReadVersion | null {
  const report = modelReportSchema.safeParse(parsed(row.report));
  if (!report.success || (row.kind !== 'deal' && row.kind !== 'lead')) return null;
  const { base, candidates, closed, metrics, verdict } = report.data;
  const ofBase = candidates.find(({ name }) => name === 'base')?.metrics;
  const measured = ofBase !== undefined && metrics.rows > 0;
  const [last] = modelChecks(db, row.id, 1).map(toCheck);
  return {
    version: {
      id: row.id,
      kind: row.kind,
      version: row.version,
      trainedAt: row.trainedAt,
      trainedBy: row.trainedBy,
      from: row.fromDay as IsoDate | null,
      to: row.toDay as IsoDate | null,
      verdict,
      note: row.note,
      activatedAt: row.activatedAt,
      inUse: modelInUse(db, row.kind)?.id === row.id,
      records: closed.count,
      positives: closed.positives,
      base,
      logLoss: measured ? { own: metrics.logLoss, base: ofBase.logLoss } : null,
      brier: measured ? { own: metrics.brier, base: ofBase.brier } : null,
      lastCheck: last ? { at: last.at, verdict: last.verdict } : null,
    },
    report: report.data,
  };
}

/** The checks of a version, the newest first. */
export function readChecks(db: ReadDb, modelId: string): ModelCheck[] {
  return modelChecks(db, modelId, SHOWN)
    .map(toCheck)
    .filter((check) => check !== null);
}

/** Five years of quarterly checks. */
const SHOWN = 20;

function toCheck(row: ModelCheckRow): ModelCheck | null {
  const body = checkBodySchema.safeParse(parsed(row.body));
  if (!body.success) return null;
  const { id, modelId, at, fromDay, toDay } = row;
  return { ...body.data, id, modelId, at, from: fromDay as IsoDate, to: toDay as IsoDate };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

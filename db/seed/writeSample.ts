import { ok, type Result } from '#shared/lib/result.ts';
import { saveLocalSetting } from '../repositories/localSettings.ts';
import { insertRow, insertRows } from '../rows.ts';
import type { WorkspaceDb } from '../open.ts';
import { sharedTables } from '../schema/schema.ts';
import { workspace } from '../schema/team.ts';
import type { ChangeContext, StorageError } from '../write.ts';
import { generateSample, type SampleBatch, type SamplePlan } from './generateSample.ts';

/** The workspace's own row, and where it is noted who works on this device. */
export interface SampleTarget {
  readonly workspaceId: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  /** Key of the local setting that names the person at the device. */
  readonly meKey: string;
  /** Wall clock of the entries in the change log, epoch ms: the log tells when the sample was written. */
  readonly writtenAt: number;
}

/** What was written. */
export interface SampleSummary {
  readonly deals: number;
  readonly rows: number;
  readonly meId: string;
}

/**
 * Fills an empty workspace with a sample, one change transaction labelled `sample` per batch. `report` hears of deals
 * done and may throw to stop; then, and on a storage error, the file is incomplete and the caller throws it away.
 */
export function writeSample(
  db: WorkspaceDb,
  plan: SamplePlan,
  target: SampleTarget,
  report: (phase: SampleBatch['phase'], done: number, total: number) => void,
): Result<SampleSummary, StorageError> {
  let summary: SampleSummary = { deals: 0, rows: 0, meId: '' };
  for (const batch of generateSample(plan)) {
    const context: ChangeContext = { actor: batch.meId, label: 'sample', at: target.writtenAt };
    const { result } = db.write(context, (write) => {
      if (summary.rows === 0) {
        const { workspaceId: id, name, currency, timeZone } = target;
        insertRow(write, workspace, { id, name, currency, timeZone, createdAt: target.writtenAt });
        saveLocalSetting(write, target.meKey, batch.meId);
      }
      for (const { table, rows } of batch.rows.tables()) insertRows(write, sharedTables[table], rows);
      return ok(null);
    });
    if (!result.ok) return result;
    summary = { deals: batch.done, rows: summary.rows + batch.rows.count, meId: batch.meId };
    report(batch.phase, batch.done, batch.total);
  }
  return ok(summary);
}

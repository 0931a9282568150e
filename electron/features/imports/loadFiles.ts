import type { FilePlan, ImportFailure } from '#shared/contract/import.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ReportProgress } from '../../workers/job.ts';
import type { LoadedFile } from './engine/importFiles.ts';
import { readHead } from './reading/byteSource.ts';
import { detectEncodings } from './reading/detectEncoding.ts';
import type { ImportLimits } from './reading/importLimits.ts';
import { readTable } from './reading/readTable.ts';

/** A file that a person chose: its handle, where it lies, and what it is called. */
export interface ChosenFile {
  readonly handle: string;
  readonly path: string;
  readonly name: string;
}

/**
 * Reads the files of a plan, all or none; the caller closes them with `closeFiles`. A file that is not as it was
 * inspected is refused.
 */
export async function loadFiles(
  plans: readonly FilePlan[],
  files: readonly ChosenFile[],
  limits: ImportLimits,
  report: ReportProgress,
): Promise<Result<LoadedFile[], ImportFailure>> {
  const loaded: LoadedFile[] = [];
  try {
    for (const [index, plan] of plans.entries()) {
      const table = await loadFile(plan, files[index]!, limits, report);
      if (!table.ok) {
        closeFiles(loaded);
        return table;
      }
      loaded.push(table.value);
    }
  } catch (error) {
    closeFiles(loaded);
    throw error;
  }
  return ok(loaded);
}

/** Frees what `loadFiles` holds. */
export function closeFiles(files: readonly LoadedFile[]): void {
  for (const { table } of files) table.rows.close();
}

async function loadFile(
  plan: FilePlan,
  { path, name }: ChosenFile,
  limits: ImportLimits,
  report: ReportProgress,
): Promise<Result<LoadedFile, ImportFailure>> {
  const head = await readHead(path, limits.bytes);
  if (!head.ok) return head;
  // Bytes that are no text in any encoding are told as such, whatever the plan says.
  if (detectEncodings(head.value.start).length === 0) return err({ type: 'binaryFile' });
  const total = head.value.gzip ? null : head.value.bytes;
  const format = { gzip: head.value.gzip, encoding: plan.encoding, delimiter: plan.delimiter };
  const table = await readTable(path, format, limits, (bytes) => report('read', bytes, total));
  if (!table.ok) return table;
  if (plan.sha256 !== undefined && plan.sha256 !== table.value.sha256) {
    table.value.rows.close();
    return err({ type: 'fileChanged' });
  }
  return ok({ name, table: table.value });
}

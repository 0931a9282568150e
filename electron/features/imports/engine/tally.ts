import type { z } from 'zod';
import type {
  EntityCounts,
  importContract,
  ImportEntity,
  ImportNotes,
  RowProblem,
} from '#shared/contract/import.contract.ts';
import type { FieldDifference } from '#shared/domain/imports/compareFields.ts';

type DryRun = z.output<typeof importContract.dryRun.output>;
/** A row shown when a count is opened. */
export type ImportExample = DryRun['examples'][number];
/** What became of a row. */
export type RowOutcome = ImportExample['outcome'];
type NoteCode = ImportNotes[number]['code'];

const EXAMPLES_PER_OUTCOME = 200;
const PROBLEMS_PER_CODE = 200;

/** Where a row stands. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** Counts what an import does, and keeps examples and problems within bounds. */
export class Tally {
  stageChanges = 0;
  problemsTotal = 0;
  readonly problems: RowProblem[] = [];
  readonly examples: ImportExample[] = [];
  private readonly perEntity = new Map<ImportEntity, { -readonly [Key in keyof EntityCounts]: EntityCounts[Key] }>();
  private readonly noteCounts = new Map<NoteCode, number>();
  private readonly kept = new Map<string, number>();

  /** A row of the file came to its end. */
  row(
    entity: ImportEntity,
    outcome: RowOutcome,
    place: RowPlace,
    title: string,
    differences: readonly FieldDifference[] = [],
  ): void {
    this.of(entity)[outcome] += 1;
    if (!this.hasRoom(`${entity} ${outcome}`, EXAMPLES_PER_OUTCOME)) return;
    const fields = differences.map(({ field, here, inFile, kept }) => ({
      field,
      here: here === null ? '' : String(here),
      inFile: inFile === null ? '' : String(inFile),
      kept,
    }));
    this.examples.push({ entity, outcome, ...place, title, fields });
  }

  /** A row that seemed to have nothing new has, after the references that stand further below were joined. */
  correct(
    entity: ImportEntity,
    to: RowOutcome,
    place: RowPlace,
    title: string,
    differences: readonly FieldDifference[],
  ): void {
    this.of(entity).skip -= 1;
    const shown = this.examples.findIndex(
      (known) =>
        known.entity === entity && known.outcome === 'skip' && known.line === place.line && known.file === place.file,
    );
    if (shown >= 0) this.examples.splice(shown, 1);
    this.row(entity, to, place, title, differences);
  }

  /** A record was made because something refers to it. */
  implied(entity: ImportEntity): void {
    this.of(entity).implied += 1;
  }

  /** Makes the kind appear in the counts even when nothing happens to it. */
  expect(entity: ImportEntity): void {
    this.of(entity);
  }

  problem(problem: RowProblem): void {
    this.problemsTotal += 1;
    if (this.hasRoom(`problem ${problem.code}`, PROBLEMS_PER_CODE))
      this.problems.push({ ...problem, value: problem.value.slice(0, 200) });
  }

  /** A row is left out because of an error. */
  refuse(entity: ImportEntity, problem: Omit<RowProblem, 'severity'>): void {
    this.of(entity).errors += 1;
    this.problem({ ...problem, severity: 'error' });
  }

  note(code: NoteCode, count = 1): void {
    if (count > 0) this.noteCounts.set(code, (this.noteCounts.get(code) ?? 0) + count);
  }

  counts(): EntityCounts[] {
    return [...this.perEntity.values()];
  }

  notes(): ImportNotes {
    return [...this.noteCounts].map(([code, count]) => ({ code, count }));
  }

  private of(entity: ImportEntity) {
    let counts = this.perEntity.get(entity);
    if (!counts) {
      counts = { entity, create: 0, update: 0, skip: 0, conflict: 0, errors: 0, implied: 0 };
      this.perEntity.set(entity, counts);
    }
    return counts;
  }

  private hasRoom(key: string, most: number): boolean {
    const count = (this.kept.get(key) ?? 0) + 1;
    this.kept.set(key, count);
    return count <= most;
  }
}

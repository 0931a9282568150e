import type { ImportRow } from '#db/repositories/imports/importRecords.ts';
import type { ImportEntity } from '#shared/contract/import.contract.ts';
import type { StagedRow } from '../reading/rowStore.ts';
import type { ImportState } from './importState.ts';
import type { ReadRow, RowReader } from './rowReader.ts';
import type { Tally } from './tally.ts';

/** The rows of one file, read by its plan; tells how far it is. */
export class RowSource {
  readonly reader: RowReader;
  readonly entity: ImportEntity;
  private readonly staged: { rows(): Iterable<StagedRow>; readonly length: number };
  private readonly tally: Tally;
  private readonly advance: () => void;

  constructor(
    entity: ImportEntity,
    reader: RowReader,
    staged: { rows(): Iterable<StagedRow>; readonly length: number },
    tally: Tally,
    advance: () => void,
  ) {
    this.entity = entity;
    this.reader = reader;
    this.staged = staged;
    this.tally = tally;
    this.advance = advance;
  }

  /** Every record of the file; `advance` may throw to stop the import. */
  *rows(): Generator<ReadRow> {
    for (const staged of this.staged.rows()) {
      this.advance();
      const row = this.reader.read(staged);
      if (row) yield row;
    }
  }

  /** The rows once more, uncounted and without problems told twice: only the text of one field. */
  *texts(field: string): Generator<string> {
    const index = this.reader.indexOf(field);
    if (index < 0) return;
    for (const { cells } of this.staged.rows()) yield cells[index] ?? '';
  }

  /** Leaves a row out because a field that it needs says nothing. */
  refuse(row: ReadRow, field: string): void {
    const column = this.reader.headerOf(field);
    this.tally.refuse(this.entity, { ...row.place, column, value: '', code: 'missingRequired' });
  }
}

/** The key of a row at its source: its id there, else what identifies it. */
export const keyOf = (state: ImportState, externalId: string | number | undefined, otherwise: string): string =>
  externalId === undefined ? `name:${otherwise}` : state.idKey(externalId);

/** Notes and tells when a row repeats a record of the same import; the first one counts. */
export function repeated(state: ImportState, entity: ImportEntity, key: string, row: ReadRow): boolean {
  if (!state.isRepeated(entity, key)) return false;
  const { tally } = state.deps;
  tally.note('repeatedRows');
  tally.problem({
    ...row.place,
    column: '',
    value: key.slice(key.indexOf(':') + 1),
    code: 'repeatedRow',
    severity: 'warning',
  });
  tally.row(entity, 'skip', row.place, key.slice(key.indexOf(':') + 1));
  return true;
}

/** The fields that have a value: what a file says nothing of is left alone. */
export function defined(fields: Readonly<Record<string, string | number | null | undefined>>): ImportRow {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ImportRow;
}

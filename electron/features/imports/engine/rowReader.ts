import type { FilePlan, ImportPlan } from '#shared/contract/import.contract.ts';
import { tidyText } from '#shared/domain/imports/foldText.ts';
import { importFieldOf } from '#shared/domain/imports/importFields.ts';
import { isMissing } from '#shared/domain/imports/missingValue.ts';
import { type CellFormat, readCell } from '#shared/domain/imports/readCell.ts';
import type { WallClock } from '#shared/domain/imports/wallClock.ts';
import type { StagedRow } from '../reading/rowStore.ts';
import type { RowPlace, Tally } from './tally.ts';

/** What a row says, by field; fields that it says nothing of are not there. */
export interface ReadRow {
  readonly place: RowPlace;
  readonly values: Readonly<Record<string, string | number>>;
  /** Unmapped columns, and cells that could not be read, under their headers. */
  readonly custom: Readonly<Record<string, string>>;
}

type Column =
  | { readonly use: 'field'; readonly header: string; readonly field: string; readonly format: CellFormat }
  | { readonly use: 'keep'; readonly header: string; readonly as: string }
  | { readonly use: 'skip' };

/** Turns the rows of one file into values by its plan. */
export class RowReader {
  readonly fileName: string;
  /** Headers that are kept as custom fields. */
  readonly keptHeaders: readonly string[];
  private readonly columns: readonly Column[];
  private readonly tally: Tally;
  private readonly clock: WallClock;

  constructor(
    fileName: string,
    file: FilePlan,
    plan: ImportPlan,
    headers: readonly string[],
    tally: Tally,
    clock: WallClock,
  ) {
    this.fileName = fileName;
    this.tally = tally;
    this.clock = clock;
    this.columns = headers.map((header) => columnOf(header, file, plan));
    this.keptHeaders = this.columns.flatMap((column) => (column.use === 'keep' ? [column.header] : []));
  }

  /** Header of the column that a field comes from, for problems; the field's own name when it has none. */
  headerOf(field: string): string {
    const column = this.columns.find((known) => known.use === 'field' && known.field === field);
    return column?.use === 'field' ? column.header : field;
  }

  /** Place of the column that a field comes from, -1 when it has none. */
  indexOf(field: string): number {
    return this.columns.findIndex((column) => column.use === 'field' && column.field === field);
  }

  /** Reads a row; null for rows that are no records (blank ones, the footer of a report). */
  read(row: StagedRow): ReadRow | null {
    const place = { file: this.fileName, line: row.line };
    if (this.isFooter(row)) {
      this.tally.problem({ ...place, column: '', value: row.cells[0] ?? '', code: 'footerRow', severity: 'warning' });
      return null;
    }
    const values: Record<string, string | number> = {};
    const custom: Record<string, string> = {};
    for (let index = 0; index < this.columns.length; index++) {
      const column = this.columns[index]!;
      const text = row.cells[index];
      if (text === undefined || text === '' || column.use === 'skip') continue;
      if (column.use === 'keep') {
        if (!isMissing(text)) custom[column.as] = tidyText(text);
        continue;
      }
      const reading = readCell(text, column.format, this.clock);
      if (reading.type === 'value') values[column.field] ??= reading.value;
      if (reading.type !== 'problem') continue;
      custom[column.header] = tidyText(text);
      this.tally.problem({ ...place, column: column.header, value: text, code: reading.code, severity: 'warning' });
    }
    this.keepSurplus(row, place, custom);
    return { place, values, custom };
  }

  /** Reports end with lines such as a total or a copyright: one filled cell where the table has several columns. */
  private isFooter(row: StagedRow): boolean {
    if (this.columns.length < 3 || row.cells.length >= this.columns.length) return false;
    return row.cells.length === 1;
  }

  private keepSurplus(row: StagedRow, place: RowPlace, custom: Record<string, string>): void {
    const surplus = row.cells.slice(this.columns.length).filter((cell) => cell.trim() !== '');
    if (surplus.length === 0) return;
    row.cells.slice(this.columns.length).forEach((cell, index) => {
      if (cell.trim() !== '') custom[`#${this.columns.length + index + 1}`] = tidyText(cell);
    });
    this.tally.problem({ ...place, column: '', value: surplus.join(' '), code: 'tooManyCells', severity: 'warning' });
  }
}

function columnOf(header: string, file: FilePlan, plan: ImportPlan): Column {
  const use = file.columns[header] ?? { keepAs: header };
  if ('skip' in use) return { use: 'skip' };
  if ('keepAs' in use) return { use: 'keep', header, as: use.keepAs };
  const field = importFieldOf(file.entity, use.field);
  // A plan from an older program may name a field that is gone; the column is kept rather than lost.
  if (!field) return { use: 'keep', header, as: header };
  const format: CellFormat = {
    kind: field.kind,
    unit: use.unit ?? plan.amountUnit,
    decimal: use.decimal ?? 'dot',
    percent: use.percent ?? 'hundred',
    dateOrder: use.dateOrder ?? file.dateOrder,
  };
  return { use: 'field', header, field: field.field, format };
}

import type { DecimalMark } from '../../imports/parseAmount.ts';
import type { DateOrder } from '../../imports/parseTime.ts';

/** A file as text, column by column: `columns[place][row]`, one list per header, all of one length. */
export interface CsvText {
  readonly headers: readonly string[];
  readonly columns: readonly (readonly string[])[];
  readonly rows: number;
}

/** How a column of the training file is read; the scored file is read the same way. */
export type ColumnReading =
  | { readonly kind: 'number'; readonly decimal: DecimalMark }
  | { readonly kind: 'date'; readonly order: DateOrder }
  | { readonly kind: 'category' };

/** A column to learn from: its header and its reading. */
export interface CsvFeature {
  readonly header: string;
  readonly reading: ColumnReading;
}

/** The target: which column, and the two answers as they are written in the training file. */
export interface CsvTarget {
  readonly header: string;
  readonly positive: string;
  readonly negative: string;
}

/** What a person said about the columns; everything but the target may be left out. */
export interface CsvChoices {
  readonly target: string;
  readonly positive?: string;
  readonly negative?: string;
  readonly id?: string;
  readonly exclude?: readonly string[];
  readonly time?: string;
  readonly group?: readonly string[];
}

/** Why a file cannot be learned from or scored; each is told with what to do about it. */
export type CsvProblem =
  | { readonly type: 'noRows' }
  | { readonly type: 'noSuchColumn'; readonly column: string; readonly headers: readonly string[] }
  | { readonly type: 'usedTwice'; readonly column: string }
  | { readonly type: 'targetBlank'; readonly column: string }
  | { readonly type: 'oneAnswer'; readonly column: string; readonly answer: string }
  | {
      readonly type: 'manyAnswers';
      readonly column: string;
      readonly answers: readonly string[];
      readonly count: number;
    }
  | { readonly type: 'whichIsPositive'; readonly column: string; readonly answers: readonly string[] }
  | {
      readonly type: 'noSuchAnswer';
      readonly column: string;
      readonly answer: string;
      readonly answers: readonly string[];
    }
  | { readonly type: 'noTimes'; readonly column: string; readonly readable: number; readonly rows: number }
  | { readonly type: 'noFeatures' }
  | { readonly type: 'noKnownColumn'; readonly columns: readonly string[] };

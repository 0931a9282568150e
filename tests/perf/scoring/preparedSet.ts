/** Figures printed in the issue: scikit-learn 1.2.1 on a kept-back part, so another split than ours. */
export interface ReferenceFigures {
  readonly logistic: { readonly auc: number; readonly logLoss: number };
  readonly boosting: { readonly auc: number; readonly logLoss: number };
}

/** A data set as text, the way `kongdan score-csv` would read it, with what the bench needs to split it. */
export interface PreparedSet {
  readonly name: string;
  /** Columns to learn from and the target; nothing that is only known afterwards. */
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly target: string;
  readonly positive: string;
  /** Per row: what the split goes by (README of the set); rows of one id stay together. */
  readonly ids: readonly string[];
  /** Per row: rows that must not be split in validation; null when every row stands alone. */
  readonly groups: readonly string[] | null;
  /** Per row: a rising number of time; null when there is none. */
  readonly order: Float64Array | null;
  readonly reference: ReferenceFigures;
}

/** Makes sets of the files in one folder of the data directory. */
export interface SetSource {
  /** Folder in the data directory. */
  readonly folder: string;
  /** `known` is the folder learned from: the same one, or another one when `folder` holds the kept-back part. */
  prepare(folder: string, known: string): PreparedSet[];
}

import type {
  LeftOutColumn,
  ModelVerdict,
  ProbabilityMetrics,
  ReliabilityBin,
  VerdictReason,
} from './learningTypes.ts';

/** What a model knows of a number column: the values seen, in bins of about equal mass. */
export interface NumberColumnSpec {
  readonly name: string;
  readonly kind: 'number';
  /** Upper ends (included) of all bins but the last. */
  readonly edges: readonly number[];
  /** Records per bin; the last entry counts the unknown ones. */
  readonly counts: readonly number[];
}

/** What a model knows of a category column. Codes: 0..levels-1 a level, then one for rare and unseen ones, then unknown. */
export interface CategoryColumnSpec {
  readonly name: string;
  readonly kind: 'category';
  readonly levels: readonly string[];
  /** Records per code. */
  readonly counts: readonly number[];
}

/** One column as the model reads it. */
export type ColumnSpec = NumberColumnSpec | CategoryColumnSpec;

/** The additive effect of one column in log-odds, mean zero over the rows it was learned from. */
export type ColumnEffect =
  | {
      readonly kind: 'number';
      readonly scale: 'plain' | 'log';
      /** Piecewise linear between these (on the scale), level outside. */
      readonly knots: readonly number[];
      readonly effects: readonly number[];
      readonly unknown: number;
      /** A value so frequent that it has an effect of its own, added to that of the line; 0 when there is none. */
      readonly spike: { readonly at: number; readonly effect: number };
    }
  | {
      readonly kind: 'category';
      /** By code. */
      readonly effects: readonly number[];
    };

/** A sum of effects, one per column of the model. */
export interface AdditiveModel {
  readonly intercept: number;
  readonly effects: readonly ColumnEffect[];
}

/** Regression trees whose leaves are added up in log-odds. Nodes of all trees in flat lists; children are absolute positions. */
export interface TreeModel {
  readonly intercept: number;
  /** What every leaf is multiplied with (one over the number of forests averaged). */
  readonly scale: number;
  /** Trees look at views of columns: the model's column of each view (a category of many levels has two). */
  readonly views: readonly number[];
  /** Per view: upper ends of bins (numbers) or the bin of each code (categories). Bin 0 is unknown. */
  readonly bins: readonly (readonly number[])[];
  /** Position of each tree's root. */
  readonly roots: readonly number[];
  /** View looked at, −1 in a leaf. */
  readonly view: readonly number[];
  /** Known bins above this go right. */
  readonly threshold: readonly number[];
  /** 1 when unknown goes right. */
  readonly unknownRight: readonly number[];
  /** Left child; the right one follows it. */
  readonly left: readonly number[];
  /** Value of a leaf; of an inner node the mean of its leaves by cover. */
  readonly value: readonly number[];
  /** Weight of the rows that came by. */
  readonly cover: readonly number[];
}

/** From raw log-odds to shown log-odds: slope × raw + offset, then (isotonic) a line through points that never falls. */
export interface Calibration {
  readonly kind: 'none' | 'platt' | 'isotonic';
  readonly slope: number;
  readonly offset: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** One piece of the validated past, ordered by what was predicted: how often it then came true. */
export interface ValidatedBin {
  readonly logOdds: number;
  readonly records: number;
  readonly positives: number;
}

/** A trained model as plain JSON: the same body gives the same figures in every later version of the program. */
export interface TrainedModel {
  readonly format: 1;
  readonly verdict: ModelVerdict;
  readonly baseRate: number;
  /** Probabilities are kept within these. */
  readonly bounds: { readonly low: number; readonly high: number };
  readonly columns: readonly ColumnSpec[];
  readonly additive: AdditiveModel | null;
  readonly trees: TreeModel | null;
  /** Share of the trees in the raw log-odds, 0..1; the rest is the additive part. */
  readonly treeShare: number;
  readonly calibration: Calibration;
  readonly validated: readonly ValidatedBin[];
}

/** What was tried: nothing but the base rate, or one of the learners. */
export type CandidateName = 'base' | 'logistic' | 'boosting' | 'blend';

/** What a used column does. */
export interface ColumnReport {
  readonly name: string;
  readonly kind: 'number' | 'category';
  /** Mean |log-odds| of its contributions. */
  readonly importance: number;
  /** Whether higher values push up; categories are mixed. */
  readonly direction: 'up' | 'down' | 'mixed';
  /** Rows with a value. */
  readonly known: number;
}

/** How a model came about and how good it is on rows it was not learned from. */
export interface TrainingReport {
  readonly verdict: ModelVerdict;
  readonly reasons: readonly VerdictReason[];
  readonly rows: number;
  /** Groups; rows of one deal are one record. */
  readonly records: number;
  readonly positives: number;
  readonly base: { readonly rate: number; readonly low: number; readonly high: number };
  readonly candidates: readonly { readonly name: CandidateName; readonly metrics: ProbabilityMetrics }[];
  readonly chosen: CandidateName;
  readonly calibration: Calibration['kind'];
  readonly metrics: ProbabilityMetrics;
  /** Log-loss of the base rate less that of the pick, and the standard error of this difference by record. */
  readonly gain: { readonly logLoss: number; readonly error: number };
  readonly reliability: readonly ReliabilityBin[];
  readonly columns: readonly ColumnReport[];
  readonly leftOut: readonly LeftOutColumn[];
}

/** Why one row has its probability: base + Σ contributions = logOdds = logit(probability). */
export interface RowExplanation {
  readonly baseLogOdds: number;
  /** The one named '' is what calibration and limits add that no column is answerable for. */
  readonly contributions: readonly {
    readonly name: string;
    readonly logOdds: number;
    /** Past records alike in this column. */
    readonly support: number;
  }[];
  readonly logOdds: number;
  readonly probability: number;
  /** Share that came true among the validated past records nearest to this figure: Wilson interval, 95 %. */
  readonly low: number;
  readonly high: number;
  readonly alike: number;
}

/** One column of a learning table; every column has as many values as the table has rows. */
export type LearningColumn =
  | {
      readonly name: string;
      readonly kind: 'number';
      /** NaN means unknown, which is not zero. */
      readonly values: Float64Array;
    }
  | {
      readonly name: string;
      readonly kind: 'category';
      /** The empty text means unknown. */
      readonly values: readonly string[];
    };

/** What is learned from: rows with a known outcome. Nothing in it knows what a deal is. */
export interface LearningTable {
  readonly rows: number;
  readonly columns: readonly LearningColumn[];
  /** 1 won or converted, 0 not. */
  readonly outcome: Uint8Array;
  /** How much a row counts; all 1 when absent. Several moments of one deal share a weight of 1. */
  readonly weight?: Float64Array;
  /** Any rising number of time (epoch ms, row number); validation then goes forward in it. */
  readonly order?: Float64Array;
  /** Rows of one group (the same deal, siblings of one bid) are never split between training and validation. */
  readonly group?: readonly string[];
}

/** Why a column was left out of a model. */
export interface LeftOutColumn {
  readonly name: string;
  /**
   * separates: it alone tells the classes apart; lateFilled: it is filled only where the outcome is known; constant: it says nothing;
   * identifier: nearly every row has a value of its own.
   */
  readonly reason: 'separates' | 'lateFilled' | 'constant' | 'identifier';
  /** What was found, 0..1: AUC of the column alone, or the share of filled rows. */
  readonly figure: number;
}

/** Goodness of probabilities against outcomes, on rows that were not learned from. */
export interface ProbabilityMetrics {
  readonly rows: number;
  /** Area under the ROC curve, 0..1. */
  readonly auc: number;
  /** Mean negative log-likelihood in nats. */
  readonly logLoss: number;
  readonly brier: number;
  /** Expected calibration error over 10 bins of equal mass, 0..1. */
  readonly ece: number;
}

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  readonly rows: number;
  readonly meanPredicted: number;
  readonly meanActual: number;
  /** Wilson interval of the actual share, 95 %. */
  readonly low: number;
  readonly high: number;
}

/** usable 可用, cautious 慎用 (few deals or a small gain), abstains 不给出. */
export type ModelVerdict = 'usable' | 'cautious' | 'abstains';

/** Why a model abstains or is to be used with caution. */
export type VerdictReason =
  | 'tooFewClosed'
  | 'oneSided'
  | 'notBetterThanBase'
  | 'fewClosed'
  | 'fewOfASide'
  | 'smallGain';

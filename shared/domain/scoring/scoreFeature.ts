/** What a number means, so that a screen can word it. `decades`: the power of ten of an amount in major units. */
export type FeatureUnit = 'days' | 'decades' | 'share' | 'count' | 'ratio' | 'flag';

/** Something a seller can do about a feature: what the value becomes. */
export type FeatureLever =
  | { readonly kind: 'set'; readonly to: number }
  | { readonly kind: 'add'; readonly by: number }
  /** Grows by this, but not beyond the named feature (people met ≤ people known). */
  | { readonly kind: 'addUpTo'; readonly by: number; readonly feature: string };

/** One column that models are trained on: how it is called, what it is, how it follows from facts and a moment. */
export type ScoreFeature<Facts> =
  | {
      readonly name: string;
      readonly kind: 'number';
      readonly unit: FeatureUnit;
      readonly lever?: FeatureLever;
      /** NaN = unknown. */
      readonly of: (facts: Facts, asOf: number) => number;
    }
  | {
      readonly name: string;
      readonly kind: 'category';
      /** What its values name: ids are looked up, codes have a text, words stand for themselves. */
      readonly values: 'process' | 'productLine' | 'member' | 'stageClass' | 'words';
      /** The empty text = unknown. */
      readonly of: (facts: Facts) => string;
    };

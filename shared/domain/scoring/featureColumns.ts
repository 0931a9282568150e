import type { LearningColumn } from './learning/learningTypes.ts';
import type { ScoreFeature } from './scoreFeature.ts';

/** The columns of these features, or only the wanted ones; one row per entry of `facts`. `asOf` is one moment for all or one for each. */
export function featureColumns<Facts>(
  features: readonly ScoreFeature<Facts>[],
  facts: readonly Facts[],
  asOf: number | readonly number[],
  wanted?: ReadonlySet<string>,
): LearningColumn[] {
  const momentOf = (row: number): number => (typeof asOf === 'number' ? asOf : asOf[row]!);
  const chosen = wanted === undefined ? features : features.filter(({ name }) => wanted.has(name));
  return chosen.map((feature) => {
    const { name } = feature;
    if (feature.kind === 'category') return { name, kind: 'category', values: facts.map((one) => feature.of(one)) };
    const values = new Float64Array(facts.length);
    for (let row = 0; row < facts.length; row += 1) values[row] = feature.of(facts[row]!, momentOf(row));
    return { name, kind: 'number', values };
  });
}

import { dealColumns } from '../deals/dealFeatures.ts';
import type { DealFacts } from '../deals/dealFacts.ts';
import { columnSupport } from './columnSupport.ts';
import { predict } from '../learning/predict.ts';
import type { TrainedModel } from '../learning/modelTypes.ts';
import { type DealLever, type DealLeverKind, dealLevers } from './dealLevers.ts';

/** What a lever goes with in past deals: association, not cause. */
export interface LeverEffect {
  readonly kind: DealLeverKind;
  /** The model's probability before and after. */
  readonly from: number;
  readonly to: number;
  /** `to` less `from`, always above 0. */
  readonly gain: number;
  /** Past deals that were then alike. */
  readonly support: number;
}

/** Fewer past deals than this have nothing to say about a lever. */
export const LEAST_LEVER_SUPPORT = 20;
/** A smaller gain than one point would not even be seen. */
const LEAST_GAIN = 0.01;

/** A deal as far as levers need it. */
export interface LeverCase {
  readonly facts: DealFacts;
  readonly asOf: number;
  /** Levers that this deal offers somebody to act on or something to do; the others are not asked. */
  readonly possible: ReadonlySet<DealLeverKind>;
}

/** Per deal the levers that would raise the figure, the best first. One prediction over all of them. */
export function leverEffects(model: TrainedModel, cases: readonly LeverCase[]): LeverEffect[][] {
  const facts: DealFacts[] = [];
  const moments: number[] = [];
  const rows: { deal: number; lever: DealLever | null }[] = [];
  const add = (deal: number, lever: DealLever | null, changed: DealFacts, asOf: number): void => {
    rows.push({ deal, lever });
    facts.push(changed);
    moments.push(asOf);
  };
  for (const [deal, one] of cases.entries()) {
    add(deal, null, one.facts, one.asOf);
    for (const lever of leversOf(one)) add(deal, lever, lever.change(one.facts, one.asOf), one.asOf);
  }
  const columns = dealColumns(facts, moments);
  const predicted = predict(model, columns, rows.length);
  const effects: LeverEffect[][] = cases.map(() => []);
  let from = 0;
  for (const [row, { deal, lever }] of rows.entries()) {
    const to = predicted[row]!;
    if (lever === null) {
      from = to;
      continue;
    }
    if (to - from < LEAST_GAIN) continue;
    const support = columnSupport(model, columns, lever.shownBy, row);
    if (support !== null && support < LEAST_LEVER_SUPPORT) continue;
    effects[deal]!.push({ kind: lever.kind, from, to, gain: to - from, support: support ?? 0 });
  }
  return effects.map((list) => list.toSorted((a, b) => b.gain - a.gain));
}

/** The levers that apply to a deal, in the order of `dealLevers`. */
export function leversOf({ facts, asOf, possible }: LeverCase): DealLever[] {
  return dealLevers.filter((lever) => possible.has(lever.kind) && lever.applies(facts, asOf));
}

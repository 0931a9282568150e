import type { TrainedModel } from '../learning/modelTypes.ts';
import type { DealLeverKind } from './dealLevers.ts';
import { type LeverCase, type LeverEffect, leverEffects, leversOf } from './leverEffects.ts';

/** A deal that may deserve attention; amount in minor units of one currency. */
export interface AttentionCase extends LeverCase {
  readonly id: string;
  readonly amountMinor: number;
}

/** A deal in the list with the step that is proposed. */
export interface RankedDeal {
  readonly id: string;
  readonly amountMinor: number;
  readonly kind: DealLeverKind;
  /** Null where no model says anything. */
  readonly effect: Pick<LeverEffect, 'from' | 'to' | 'gain' | 'support'> | null;
  /** Amount × gain, minor units. */
  readonly worthMinor: number | null;
}

/** What counts as a known gap where no model weighs it: finishing what is planned anyway does not. */
const gaps: ReadonlySet<DealLeverKind> = new Set([
  'meetDecider',
  'findCoach',
  'meetPerson',
  'contact',
  'winFirst',
  'clearElement',
]);

/**
 * Deals in the order in which effort pays. With a model: amount × the best step's gain in probability (an association), deals
 * without such a step left out. Without: the order they come in, those with a known gap only, with the first gap.
 */
export function rankAttention(model: TrainedModel | null, cases: readonly AttentionCase[]): RankedDeal[] {
  if (model === null) {
    return cases.flatMap(({ id, amountMinor, ...one }) => {
      const kind = leversOf(one).find((lever) => gaps.has(lever.kind))?.kind;
      return kind === undefined ? [] : [{ id, amountMinor, kind, effect: null, worthMinor: null }];
    });
  }
  return leverEffects(model, cases)
    .flatMap((effects, place) => {
      const best = effects[0];
      if (best === undefined) return [];
      const { id, amountMinor } = cases[place]!;
      const { kind, from, to, gain, support } = best;
      return [
        { id, amountMinor, kind, effect: { from, to, gain, support }, worthMinor: Math.round(amountMinor * gain) },
      ];
    })
    .toSorted((a, b) => b.worthMinor - a.worthMinor || (a.id < b.id ? -1 : 1));
}

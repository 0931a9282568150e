import type { Brand } from './brand.ts';

/** An amount in minor units (分, cents): an integer, so that sums are exact. */
export type Minor = Brand<number, 'Minor'>;
/** Checks and brands an amount in minor units. Throws a RangeError unless it is a safe integer. */
export function minor(value: number): Minor {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not an amount in minor units: ${value}`);
  return value as Minor;
}

/** Amount × probability, rounded half away from zero to whole minor units: the expected amount (预期金额). */
export function expectedAmount(amount: Minor, probability: number): Minor {
  const product = amount * probability;
  return minor(Math.sign(product) * Math.round(Math.abs(product)));
}

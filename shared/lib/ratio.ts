import type { Brand } from './brand.ts';

/** A share or probability in 0..1. */
export type Ratio = Brand<number, 'Ratio'>;

/** Checks and brands a share. Throws a RangeError outside 0..1. */
export function ratio(value: number): Ratio {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`Not a ratio in 0..1: ${value}`);
  return value as Ratio;
}

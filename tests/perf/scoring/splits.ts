import { createHash } from 'node:crypto';

/** The bucket 0..9 of an id by the rule of the READMEs; another salt makes another split. */
export const bucketOf = (id: string, salt: string): number =>
  Number.parseInt(createHash('sha1').update(`${salt}${id}`, 'utf8').digest('hex').slice(0, 8), 16) % 10;

/** Rows to learn from and rows to be judged by. */
export interface Split {
  readonly name: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** A fifth of the ids is kept back, which one depends on the salt; rows of one id stay together. */
export function randomSplit(ids: readonly string[], salt: string): Split {
  const train: number[] = [];
  const test: number[] = [];
  for (const [row, id] of ids.entries()) (bucketOf(id, salt) >= 8 ? test : train).push(row);
  return { name: `random ${salt}`, train, test };
}

/** The latest fifth is judged by what was learned from everything before it; equal times stay on one side. */
export function timeSplit(order: Float64Array): Split {
  const border = order.toSorted()[Math.floor(order.length * 0.8)]!;
  const train: number[] = [];
  const test: number[] = [];
  for (const [row, at] of order.entries()) (at >= border ? test : train).push(row);
  return { name: 'time', train, test };
}

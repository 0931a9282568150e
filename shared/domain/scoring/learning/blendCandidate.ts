import { type Candidate, meanLoss } from './candidates.ts';
import type { PreparedTable } from './prepareTable.ts';

const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** Additive and tree log-odds mixed in the share that is best out of fold. */
export function blendCandidate(table: PreparedTable, additive: Candidate, trees: Candidate): Candidate {
  const raws = SHARES.map((share) => additive.raw.map((one, at) => (1 - share) * one + share * trees.raw[at]!));
  const losses = raws.map((raw) => meanLoss(table.judged, raw));
  const best = losses.indexOf(Math.min(...losses));
  return {
    name: 'blend',
    raw: raws[best]!,
    fit: () => ({ additive: additive.fit().additive, trees: trees.fit().trees, treeShare: SHARES[best]! }),
  };
}

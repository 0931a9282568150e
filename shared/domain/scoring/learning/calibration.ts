import { toLogOdds } from './logOdds.ts';
import type { Calibration } from './modelTypes.ts';
import { orderBy } from './metrics.ts';
import { fitLogistic } from './fitLogistic.ts';

/** Leaves log-odds as they are. */
export const noCalibration: Calibration = { kind: 'none', slope: 1, offset: 0, from: [], to: [] };

/** Raw log-odds with what happened, to calibrate on. */
export interface RawJudged {
  readonly raw: Float64Array;
  readonly outcome: Uint8Array;
  readonly weight: Float64Array;
}

/** Calibrated log-odds. Rising in the raw ones. */
export function calibrated(calibration: Calibration, raw: number): number {
  const line = calibration.slope * raw + calibration.offset;
  const { from, to } = calibration;
  const last = from.length - 1;
  if (last < 0) return line;
  if (line <= from[0]!) return line + to[0]! - from[0]!;
  if (line >= from[last]!) return line + to[last]! - from[last]!;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (line >= from[middle]!) low = middle;
    else high = middle;
  }
  const share = (line - from[low]!) / (from[high]! - from[low]!);
  return to[low]! + share * (to[high]! - to[low]!);
}

/**
 * Platt's line: the slope and offset of log-odds that fit best. `pull` records of the line that changes nothing are held
 * against it, so that few records bend little.
 */
export function fitPlatt({ raw, outcome, weight }: RawJudged, pull = 1): Calibration {
  const rows = raw.length;
  const start = Int32Array.from({ length: rows + 1 }, (_, row) => 2 * row);
  const index = Int32Array.from({ length: 2 * rows }, (_, at) => at % 2);
  const value = new Float64Array(2 * rows);
  for (let row = 0; row < rows; row += 1) {
    value[2 * row] = 1;
    value[2 * row + 1] = raw[row]!;
  }
  // The penalty is on the slope's distance from 1, so the raw log-odds enter as an offset through their own feature.
  const beta = fitLogistic(
    {
      sparse: { width: 2, start, index, value },
      outcome,
      weight,
      rows: Int32Array.from({ length: rows }, (_, row) => row),
      penalty: Float64Array.of(0, pull),
      centre: Float64Array.of(0, 1),
    },
    { beta: Float64Array.of(0, 1) },
  );
  return { ...noCalibration, kind: 'platt', slope: Math.max(0.05, beta[1]!), offset: beta[0]! };
}

interface Block {
  mass: number;
  positives: number;
  raw: number;
}

/** Pools neighbours until the share of positives never falls with the raw log-odds (pool adjacent violators). */
export function isotonicBlocks({ raw, outcome, weight }: RawJudged, least: number): Block[] {
  const blocks: Block[] = [];
  let open: Block = { mass: 0, positives: 0, raw: 0 };
  const order = orderBy(raw);
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place]!;
    open.mass += weight[row]!;
    open.positives += weight[row]! * outcome[row]!;
    open.raw += weight[row]! * raw[row]!;
    const tied = place + 1 < order.length && raw[order[place + 1]!] === raw[row];
    if (tied || open.mass < least) continue;
    blocks.push(open);
    open = { mass: 0, positives: 0, raw: 0 };
    poolLast(blocks);
  }
  if (open.mass > 0) {
    blocks.push(open);
    if (blocks.length > 1 && open.mass < least) merge(blocks);
    poolLast(blocks);
  }
  return blocks;
}

function merge(blocks: Block[]): void {
  const top = blocks.pop()!;
  const under = blocks.at(-1)!;
  under.mass += top.mass;
  under.positives += top.positives;
  under.raw += top.raw;
}

function poolLast(blocks: Block[]): void {
  while (blocks.length > 1) {
    const [under, top] = [blocks.at(-2)!, blocks.at(-1)!];
    if (under.positives * top.mass < top.positives * under.mass) return;
    merge(blocks);
  }
}

/** A line through the middles of isotonic blocks of at least `least` records, with one record of the block's mean shrinking each. */
export function fitIsotonic(judged: RawJudged, least: number): Calibration {
  const total = judged.weight.reduce((sum, one) => sum + one, 0);
  const positives = judged.weight.reduce((sum, one, row) => sum + one * judged.outcome[row]!, 0);
  const rate = Math.min(1 - 1e-6, Math.max(1e-6, positives / total));
  const points = isotonicBlocks(judged, least).map(({ mass, positives: won, raw }) => ({
    from: raw / mass,
    to: toLogOdds((won + rate) / (mass + 1)),
  }));
  if (points.length < 2) return fitPlatt(judged);
  return {
    kind: 'isotonic',
    slope: 1,
    offset: 0,
    from: points.map(({ from }) => from),
    to: points.map(({ to }) => to),
  };
}

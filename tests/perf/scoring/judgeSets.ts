import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allSets } from './allSets.ts';
import { judgeSplit, type SplitResult } from './judgeSplit.ts';
import type { PreparedSet, ReferenceFigures } from './preparedSet.ts';
import { randomSplit, timeSplit } from './splits.ts';

/** What to judge. */
export interface SetChoices {
  readonly data: string;
  /** The kept-back part in the same layout; without it, parts of `data` are kept back. */
  readonly holdout: string | null;
  /** Only sets whose name starts with one of these; all when empty. */
  readonly only: readonly string[];
  /** How many random splits. */
  readonly repeats: number;
  readonly seed: number;
}

/** Every split of one set. */
export interface SetResult {
  readonly set: string;
  readonly rows: number;
  readonly baseRate: number;
  readonly reference: ReferenceFigures;
  readonly splits: readonly SplitResult[];
}

/** Runs every set whose files are there; tells which ones are not. */
export function judgeSets(choices: SetChoices, say: (text: string) => void): SetResult[] {
  const results: SetResult[] = [];
  for (const source of allSets) {
    const folder = join(choices.data, source.folder);
    if (!existsSync(folder)) {
      say(`  ${source.folder}: not there, left out`);
      continue;
    }
    const keptBack = choices.holdout === null ? null : join(choices.holdout, source.folder);
    if (keptBack !== null && !existsSync(keptBack)) {
      say(`  ${source.folder}: no kept-back part, left out`);
      continue;
    }
    const tests = keptBack === null ? null : source.prepare(keptBack, folder);
    for (const [place, set] of source.prepare(folder, folder).entries()) {
      if (choices.only.length > 0 && !choices.only.some((name) => set.name.startsWith(name))) continue;
      say(`  ${set.name}`);
      const splits = tests === null ? ownSplits(set, choices) : heldOut(set, tests[place]!, choices);
      const positives = set.rows.filter((row) => row[set.headers.indexOf(set.target)] === set.positive).length;
      const { name, rows, reference } = set;
      results.push({ set: name, rows: rows.length, baseRate: positives / rows.length, reference, splits });
    }
  }
  return results;
}

function ownSplits(set: PreparedSet, { repeats, seed }: SetChoices): SplitResult[] {
  const random = Array.from({ length: repeats }, (_, repeat) => randomSplit(set.ids, `s${repeat + 1}`));
  const inTime = set.order === null ? [] : [timeSplit(set.order)];
  return [...random, ...inTime].map(({ name, train, test }) =>
    judgeSplit(name, { set, rows: train }, { set, rows: test }, name === 'time', seed),
  );
}

const all = (one: PreparedSet): number[] => Array.from(one.rows.keys());

function heldOut(set: PreparedSet, test: PreparedSet, { seed }: SetChoices): SplitResult[] {
  const judge = (name: string, ordered: boolean): SplitResult =>
    judgeSplit(name, { set, rows: all(set) }, { set: test, rows: all(test) }, ordered, seed);
  return [judge('holdout', false), ...(set.order === null ? [] : [judge('holdout, chosen forward in time', true)])];
}

import { CLOSED, type StageEntry } from './dealJourney.ts';

/**
 * Puts a deal's stage history in order. Rows of one instant (an import by days, a deal made and moved at once) follow the chain
 * that they tell themselves: the one that leaves the stage where the deal is comes next; where none does, the earlier stage,
 * closing last. The order depends on nothing but the rows' content, so every device finds the same.
 */
export function orderEntries(entries: readonly StageEntry[]): readonly StageEntry[] {
  if (isOrdered(entries)) return entries;
  const rest = entries.toSorted((a, b) => a.at - b.at || depth(a) - depth(b) || fromDepth(a) - fromDepth(b));
  const ordered: StageEntry[] = [];
  for (let start = 0; start < rest.length;) {
    let end = start + 1;
    while (rest[end]?.at === rest[start]?.at) end += 1;
    const alike = rest.slice(start, end);
    while (alike.length > 0) {
      const place = ordered.at(-1)?.stage ?? null;
      const next = alike.findIndex((entry) => entry.from === place);
      ordered.push(...alike.splice(Math.max(next, 0), 1));
    }
    start = end;
  }
  return ordered;
}

/** Instants that rise strictly leave nothing to decide, which is nearly every history. */
function isOrdered(entries: readonly StageEntry[]): boolean {
  for (let index = 1; index < entries.length; index += 1) {
    if ((entries[index - 1]?.at ?? 0) >= (entries[index]?.at ?? 0)) return false;
  }
  return true;
}

const depth = (entry: StageEntry) => (entry.stage === CLOSED ? Number.MAX_SAFE_INTEGER : entry.stage);
const fromDepth = (entry: StageEntry) => entry.from ?? -2;

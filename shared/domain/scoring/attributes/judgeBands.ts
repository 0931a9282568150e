import type { AttributeBand, AttributeProblem } from '../../../contract/attributeRules.ts';

/** What is wrong with the bands of a criterion: none, empty ones, overlaps; and gaps, in which only `otherwise` counts. */
export function judgeBands(bands: readonly AttributeBand[], path: string): AttributeProblem[] {
  if (bands.length === 0) return [{ code: 'noBands', path: `${path}.earns`, severity: 'error', about: '' }];
  const found: AttributeProblem[] = [];
  const placed = bands.map((band, index) => ({ ...band, place: `${path}.bands.${index}` }));
  for (const { from, to, place } of placed) {
    if (from !== null && to !== null && from >= to)
      found.push({ code: 'bandEmpty', path: place, severity: 'error', about: `${from}–${to}` });
  }
  if (found.length > 0) return found;
  const sorted = placed.toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity));
  for (const [index, band] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined) continue;
    const end = before.to ?? Infinity;
    const start = band.from ?? -Infinity;
    if (start < end) found.push({ code: 'bandsOverlap', path: band.place, severity: 'error', about: `${start}` });
    else if (start > end)
      found.push({ code: 'bandsGap', path: band.place, severity: 'warning', about: `${end}–${start}` });
  }
  return found;
}

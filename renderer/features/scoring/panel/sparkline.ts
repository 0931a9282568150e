/** A figure from this instant on; null = there was none. */
interface Point {
  readonly at: number;
  readonly value: number | null;
}

const PAD = 4;

/** Steps over time as an SVG path: a figure stands until the next one. 0 at the foot, 1 at the top; gaps where there was none. */
export function sparkline(points: readonly Point[], width: number, height: number): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  const span = Math.max(1, last.at - first.at);
  const x = (at: number): string => (PAD + ((at - first.at) / span) * (width - 2 * PAD)).toFixed(1);
  const y = (value: number): string => (height - PAD - value * (height - 2 * PAD)).toFixed(1);
  let path = '';
  for (const [index, { at, value }] of points.entries()) {
    if (value === null) continue;
    const before = points[index - 1]?.value ?? null;
    path += before === null ? `M${x(at)} ${y(value)}` : `V${y(value)}`;
    const next = points[index + 1];
    path += next === undefined ? `h${PAD}` : `H${x(next.at)}`;
  }
  return path;
}

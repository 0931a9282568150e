import type { ReportNode } from '#shared/domain/powerMap/reportTree.ts';

/** Where a card's centre lies. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Size of a person's card and the room between cards, in pixels. */
export const CARD = { width: 172, height: 78, gapX: 30, gapY: 48 } as const;

const MAX_ROOTS_PER_ROW = 5;

/**
 * Places a formal tree top-down: a superior in the middle above the reports, siblings side by side. People without superior
 * and reports stand in rows below, so that a map without a tree does not become one endless line.
 */
export function layoutTree(roots: readonly ReportNode[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const stepX = CARD.width + CARD.gapX;
  const stepY = CARD.height + CARD.gapY;
  let nextX = 0;
  let deepest = -1;
  const place = (node: ReportNode, level: number): number => {
    deepest = Math.max(deepest, level);
    const y = level * stepY;
    const centres = node.reports.map((report) => place(report, level + 1));
    const [first] = centres;
    const last = centres.at(-1);
    let x: number;
    if (first === undefined || last === undefined) {
      x = nextX;
      nextX += stepX;
    } else {
      x = (first + last) / 2;
    }
    places.set(node.id, { x, y });
    return x;
  };
  const trees = roots.filter((root) => root.reports.length > 0);
  for (const tree of trees) place(tree, 0);
  const alone = roots.filter((root) => root.reports.length === 0);
  for (const [index, { id }] of alone.entries()) {
    const row = deepest + 1 + Math.floor(index / MAX_ROOTS_PER_ROW);
    places.set(id, { x: (index % MAX_ROOTS_PER_ROW) * stepX, y: row * stepY });
  }
  return places;
}

import type { ReportNode } from '#shared/domain/powerMap/reportTree.ts';

/** Where a card's centre lies. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Size of a person's card and the room between cards, in pixels. */
export interface CardSize {
  readonly width: number;
  readonly height: number;
  readonly gapX: number;
  readonly gapY: number;
}
export const CARD: CardSize = { width: 160, height: 78, gapX: 22, gapY: 44 };
/** For previews: name and influence only. */
export const SMALL_CARD: CardSize = { width: 104, height: 30, gapX: 12, gapY: 34 };

const MAX_ROOTS_PER_ROW = 5;

/**
 * Places a formal tree top-down: a superior in the middle above the reports, siblings side by side. People without superior
 * and reports fill the lowest row to the tree's width and then rows below, so that they cost the least height and a map
 * without a tree does not become one endless line.
 */
export function layoutTree(roots: readonly ReportNode[], card: CardSize = CARD): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const stepX = card.width + card.gapX;
  const stepY = card.height + card.gapY;
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
  const width = Math.max(nextX, MAX_ROOTS_PER_ROW * stepX);
  let row = Math.max(0, deepest);
  let x =
    Math.max(-stepX, ...[...places.values()].filter(({ y }) => y === row * stepY).map((taken) => taken.x)) + stepX;
  for (const { id } of alone) {
    if (x > width - stepX) {
      row += 1;
      x = 0;
    }
    places.set(id, { x, y: row * stepY });
    x += stepX;
  }
  return places;
}

import { expect, test } from 'vitest';
import { CARD, layoutTree, SMALL_CARD } from '#renderer/features/powerMap/layoutTree.ts';
import type { ReportNode } from '#shared/domain/powerMap/reportTree.ts';

const node = (id: string, ...reports: ReportNode[]): ReportNode => ({ id, level: 0, reports });
const at = (places: ReturnType<typeof layoutTree>, id: string) => {
  const place = places.get(id);
  if (!place) throw new Error(`${id} has no place`);
  return place;
};

test('a superior stands above the middle of the reports', () => {
  const places = layoutTree([node('boss', node('a'), node('b'), node('c'))]);
  expect(at(places, 'boss').x).toBe(at(places, 'b').x);
  expect(at(places, 'boss').y).toBeLessThan(at(places, 'b').y);
  expect(at(places, 'a').y).toBe(at(places, 'c').y);
});

test.each([
  ['cards', CARD],
  ['small cards', SMALL_CARD],
])('no two %s overlap, however the people are related', (_name, card) => {
  const places = [
    ...layoutTree(
      [
        node('a', node('b', node('c'), node('d')), node('e')),
        node('f', node('g')),
        ...Array.from({ length: 12 }, (_, index) => node(`alone ${index}`)),
      ],
      card,
    ).values(),
  ];
  expect(places).toHaveLength(19);
  for (const [index, one] of places.entries())
    for (const other of places.slice(index + 1))
      expect(Math.abs(one.x - other.x) >= card.width || Math.abs(one.y - other.y) >= card.height).toBe(true);
});

test('people without superior and reports fill the lowest row before they open a new one', () => {
  const places = layoutTree([node('boss', node('a'), node('b')), node('alone')]);
  expect(at(places, 'alone').y).toBe(at(places, 'a').y);
  expect(at(places, 'alone').x).toBeGreaterThan(at(places, 'b').x);
});

test('a map without a tree stands in rows of five', () => {
  const places = layoutTree(Array.from({ length: 7 }, (_, index) => node(String(index))));
  expect(new Set([...places.values()].map(({ y }) => y)).size).toBe(2);
  expect(at(places, '5').x).toBe(at(places, '0').x);
});

test('an empty map has no places', () => {
  expect(layoutTree([]).size).toBe(0);
});

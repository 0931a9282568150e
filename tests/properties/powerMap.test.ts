import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { independentPathCount } from '#shared/domain/powerMap/independentPathCount.ts';
import { introductionPath } from '#shared/domain/powerMap/introductionPath.ts';
import { influenceIndices } from '#shared/domain/powerMap/influenceIndices.ts';
import type { MapPerson, PowerMapView } from '#shared/domain/powerMap/powerMapView.ts';
import { reportTree } from '#shared/domain/powerMap/reportTree.ts';
import { singleThread } from '#shared/domain/powerMap/singleThread.ts';
import { closesCircle } from '#shared/lib/closesCircle.ts';
import { person } from '../unit/shared/domain/powerMap/mapFixture.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const stance = fc.constantFrom<MapPerson['stance'][]>('champion', 'support', 'neutral', 'resist', 'oppose', 'unknown');
const coverage = fc.constantFrom<MapPerson['coverage'][]>('unknown', 'none', 'brief', 'multiple', 'deep');
const kind = fc.constantFrom('reportsTo', 'influences', 'alliance', 'conflict', 'introduces', 'blocks');
const mapArbitrary: fc.Arbitrary<PowerMapView> = fc
  .record({
    facts: fc.array(
      fc.record({ stance, coverage, influence: fc.option(fc.integer({ min: 0, max: 40 })), vacant: fc.boolean() }),
      {
        minLength: 7,
        maxLength: 7,
      },
    ),
    lines: fc.array(
      fc.record({ kind, from: fc.constantFrom(...ids), to: fc.constantFrom(...ids), confirmed: fc.boolean() }),
      {
        maxLength: 14,
      },
    ),
  })
  .map(({ facts, lines }) => ({
    people: [
      ...ids.map((id, index) => {
        const known = facts[index];
        return person(id, { ...known, contact: known?.vacant && index > 3 ? null : { id, name: id } });
      }),
      person('boss', { roles: ['approver'] }),
    ],
    relations: [
      ...lines.map((line, index) => ({ ...line, id: `r${index}`, fromId: line.from, toId: line.to, strength: null })),
      ...lines.slice(0, 3).map((line, index) => ({
        ...line,
        kind: 'influences' as const,
        id: `b${index}`,
        fromId: line.from,
        toId: 'boss',
        strength: null,
      })),
    ],
  }));

describe('power map laws', () => {
  it('finds a single thread exactly when no two ways are independent (Menger)', () => {
    fc.assert(
      fc.property(mapArbitrary, (map) => {
        const direct = introductionPath(map, 'boss');
        const count = independentPathCount(map, 'boss');
        expect(count > 0).toBe(direct !== null);
        expect(singleThread(map) !== null).toBe(count === 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts every way by leaving out as many people as there are independent ways, never by fewer', () => {
    const subsets = (size: number, from = 0): string[][] =>
      size === 0
        ? [[]]
        : ids.slice(from).flatMap((id, at) => subsets(size - 1, from + at + 1).map((rest) => [id, ...rest]));
    fc.assert(
      fc.property(mapArbitrary, (map) => {
        const count = independentPathCount(map, 'boss');
        const cuts = (size: number) =>
          subsets(size).some((some) => introductionPath(map, 'boss', new Set(some)) === null);
        expect(cuts(count)).toBe(true);
        if (count > 0) expect(cuts(count - 1)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('walks every introduction over existing lines from a supporter to the target', () => {
    fc.assert(
      fc.property(mapArbitrary, (map) => {
        const path = introductionPath(map, 'boss');
        if (!path) return;
        expect(path.people.at(-1)).toBe('boss');
        expect(['champion', 'support']).toContain(map.people.find((one) => one.id === path.people[0])?.stance);
        for (const [index, id] of path.relations.entries()) {
          const relation = map.relations.find((one) => one.id === id);
          expect(new Set([relation?.fromId, relation?.toId])).toEqual(
            new Set([path.people[index], path.people[index + 1]]),
          );
        }
      }),
    );
  });

  it('keeps every index within its bounds, and never lowers coverage by meeting somebody', () => {
    fc.assert(
      fc.property(mapArbitrary, fc.nat(6), (map, pick) => {
        const before = influenceIndices(map.people);
        for (const share of [before.covered, before.depth, before.support, before.unassigned]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(before.depth).toBeLessThanOrEqual(before.covered + 1e-12);
        expect(Math.abs(before.balance)).toBeLessThanOrEqual(1);
        const met = map.people.map((one, index) => (index === pick ? { ...one, coverage: 'deep' as const } : one));
        expect(influenceIndices(met).covered).toBeGreaterThanOrEqual(before.covered);
      }),
    );
  });

  it('places everybody once in the tree whatever the lines', () => {
    fc.assert(
      fc.property(mapArbitrary, (map) => {
        const placed: string[] = [];
        const walk = (nodes: ReturnType<typeof reportTree>) => {
          for (const node of nodes) {
            placed.push(node.id);
            walk([...node.reports]);
          }
        };
        walk(reportTree(map));
        expect(placed.toSorted()).toEqual(map.people.map((one) => one.id).toSorted());
      }),
    );
  });

  it('keeps superiors free of circles when every refused link is left out', () => {
    const links = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 40 });
    fc.assert(
      fc.property(links, (wanted) => {
        const above = new Map<string, string>();
        for (const [from, to] of wanted) if (!closesCircle(from, to, (id) => above.get(id))) above.set(from, to);
        for (const id of ids) {
          let steps = 0;
          for (let at: string | undefined = id; at; at = above.get(at))
            expect((steps += 1)).toBeLessThanOrEqual(ids.length);
        }
      }),
    );
  });
});

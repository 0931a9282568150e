import { describe, expect, it } from 'vitest';
import { effortByDepartment } from '#shared/domain/powerMap/effortByDepartment.ts';
import { influenceIndices } from '#shared/domain/powerMap/influenceIndices.ts';
import { reportTree } from '#shared/domain/powerMap/reportTree.ts';
import { hospital, line, person } from './mapFixture.ts';

describe('influenceIndices', () => {
  it('finds 76 percent covered and 30 percent for us in the hospital of the design', () => {
    const indices = influenceIndices(hospital.people);
    expect(indices.covered).toBeCloseTo(0.76, 12);
    expect(indices.support).toBeCloseTo(0.3, 12);
    expect(indices.unassigned).toBe(0);
    // 36 brief, 12 twice, 28 deep: (36 + 24 + 84) / 300
    expect(indices.depth).toBeCloseTo(0.48, 12);
    // 18 champion, 12 support at half, 10 resist at minus half
    expect(indices.balance).toBeCloseTo(0.19, 12);
  });

  it('counts influence that nobody holds as not covered', () => {
    const indices = influenceIndices([person('a', { influence: 40, coverage: 'deep', stance: 'champion' })]);
    expect(indices).toMatchObject({ covered: 0.4, support: 0.4, unassigned: 0.6 });
  });

  it('scales influence given above 100 percent down', () => {
    const indices = influenceIndices([
      person('a', { influence: 100, coverage: 'deep' }),
      person('b', { influence: 100, coverage: 'none' }),
    ]);
    expect(indices).toMatchObject({ covered: 0.5, unassigned: 0 });
  });

  it('does not call a vacant role covered', () => {
    expect(influenceIndices([person('a', { contact: null, influence: 100, coverage: 'deep' })]).covered).toBe(0);
  });

  it('answers zero for an empty map', () => {
    expect(influenceIndices([])).toEqual({ covered: 0, depth: 0, support: 0, balance: 0, unassigned: 1 });
  });
});

describe('effortByDepartment', () => {
  it('shows where we visit against where it is decided', () => {
    const rows = effortByDepartment(hospital.people);
    expect(rows[0]).toMatchObject({ department: '院领导', influence: 0.42, touches: 2 });
    expect(rows[0]?.gap).toBeCloseTo(2 / 26 - 0.42, 12);
    expect(rows.find((row) => row.department === '设备科')?.gap).toBeCloseTo(12 / 26 - 0.1, 12);
    expect(rows.reduce((sum, row) => sum + row.gap, 0)).toBeCloseTo(0, 12);
  });

  it('gives no effort share when nobody was met', () => {
    expect(effortByDepartment([person('a', { influence: 50, departmentShown: 'x' })])).toEqual([
      { department: 'x', influence: 1, effort: 0, gap: -1, touches: 0 },
    ]);
  });
});

describe('reportTree', () => {
  it('puts everybody under their superior, roots by influence first', () => {
    const tree = reportTree(hospital);
    expect(tree.map((node) => node.id)).toEqual(['chen', 'zhao', 'expert']);
    expect(tree[0]?.reports.map((node) => [node.id, node.level])).toEqual([
      ['xu', 1],
      ['liang', 1],
    ]);
    expect(tree[0]?.reports[0]?.reports.map((node) => node.id)).toEqual(['zhou', 'luo']);
  });

  it('shows everybody once even when a merge left a circle of superiors', () => {
    const circle = {
      people: ['a', 'b', 'c'].map((id) => person(id)),
      relations: [line('reportsTo', 'a', 'b'), line('reportsTo', 'b', 'a'), line('reportsTo', 'c', 'a')],
    };
    const seen: string[] = [];
    const walk = (nodes: ReturnType<typeof reportTree>) => {
      for (const node of nodes) {
        seen.push(node.id);
        walk([...node.reports]);
      }
    };
    walk(reportTree(circle));
    expect(seen.toSorted()).toEqual(['a', 'b', 'c']);
  });
});

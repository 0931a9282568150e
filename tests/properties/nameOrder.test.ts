import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { undoTransaction } from '#db/changes/undoTransactions.ts';
import { listIds } from '#db/queries/pipeline/dealList.ts';
import { updateRow } from '#db/rows.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import { sortKey } from '#shared/domain/search/sortKey.ts';
import { SalesWorkspace } from '#tests/support/salesWorkspace.ts';
import { NOW, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const sales = new SalesWorkspace(folder.file('order.kongdan'));
afterAll(() => sales.db.close());
const DEALS = 12;
for (let n = 0; n < DEALS; n += 1) sales.deal(`d${String(n).padStart(2, '0')}`);

const word = fc.constantFrom(
  '重庆',
  '长',
  '安徽',
  '安',
  '曾',
  '𠮷',
  'IBM',
  'a',
  'Z',
  '2',
  '10',
  '007',
  ' ',
  '·',
  '（',
  'é',
);
const name = fc.array(word, { minLength: 0, maxLength: 6 }).map((words) => words.join(''));
const step = fc.record({
  at: fc.nat({ max: DEALS - 1 }),
  name,
  status: fc.constantFrom('open', 'paused', 'won', 'lost'),
  undo: fc.boolean(),
});
const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

it('a list by name is the list sorted by key and id in memory, whatever was renamed, closed and undone, filtered or not', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 8 }),
      fc.boolean(),
      fc.nat({ max: 8 }),
      (steps, descending, offset) => {
        for (const one of steps) {
          const id = `d${String(one.at).padStart(2, '0')}`;
          const { result, transaction } = sales.db.write({ actor: 'm1', label: 'test', at: NOW }, (db) => {
            updateRow(db, opportunity, id, { name: one.name, status: one.status });
            return { ok: true, value: null };
          });
          expect(result.ok).toBe(true);
          if (one.undo && transaction !== null)
            sales.db.write({ actor: 'm1', label: 'undo', at: NOW, undoes: [transaction] }, (db) =>
              undoTransaction(db, transaction),
            );
        }
        const rows = sales.db.read.all<{ id: string; name: string; status: string }>(
          'SELECT id, name, status FROM opportunity',
        );
        for (const statuses of [
          ['open', 'paused'],
          ['won', 'lost'],
          ['open', 'won', 'paused', 'lost'],
        ]) {
          const wanted = rows
            .filter(({ status }) => statuses.includes(status))
            .toSorted((a, b) => bytes(sortKey(a.name), sortKey(b.name)) || bytes(a.id, b.id))
            .map(({ id }) => id);
          if (descending) wanted.reverse();
          const filter = {
            processIds: ['p'],
            statuses,
            stageIds: null,
            found: null,
            overdueBefore: new Map<string, number>(),
          };
          for (const narrowed of [filter, { ...filter, accountId: 'a1' }])
            expect(listIds(sales.db.read, narrowed, { by: 'name', descending }, { offset, limit: 5 })).toEqual(
              wanted.slice(offset, offset + 5),
            );
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('a name never sorts after its own continuation in other words', () => {
  fc.assert(
    fc.property(name, name, (head, tail) => {
      expect(bytes(sortKey(head), sortKey(`${head} 中${tail}`))).toBeLessThanOrEqual(0);
    }),
  );
});

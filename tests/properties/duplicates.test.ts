import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { undoTransaction } from '#db/changes/undoTransactions.ts';
import type { WorkspaceDb } from '#db/open.ts';
import { mergeRecords } from '#db/repositories/mergeRecords.ts';
import { deleteRow, insertRow, updateRow } from '#db/rows.ts';
import { account, contact, lead } from '#db/schema/account.ts';
import { activity, activityContact } from '#db/schema/work.ts';
import { ok } from '#shared/lib/result.ts';
import { makeWorkspace, temporaryFolder } from '#tests/support/workspaceFixture.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const shared = makeWorkspace(folder.file('duplicates.kongdan'));
afterAll(() => shared.close());
const NOW = Date.UTC(2026, 8, 14, 2);

const tables = { lead, account, contact } as const;
type Entity = keyof typeof tables;
const entities: readonly Entity[] = ['lead', 'account', 'contact'];
const names = ['云杉精密', '云杉精密有限公司', '上海云杉精密科技', '云杉精密科技', 'ABC Co., Ltd.', 'abc', ''];
const numbers = ['13800138000', '+86 138 0013 8000', '021-88886666', '无', ''];

type Step =
  | { readonly do: 'add'; readonly entity: Entity; readonly at: number; readonly name: string; readonly mobile: string }
  | {
      readonly do: 'edit';
      readonly entity: Entity;
      readonly at: number;
      readonly name: string;
      readonly mobile: string;
    }
  | { readonly do: 'trash' | 'delete'; readonly entity: Entity; readonly at: number }
  | { readonly do: 'merge'; readonly entity: Entity; readonly at: number; readonly other: number }
  | { readonly do: 'undo'; readonly back: number };

const place = fc.nat({ max: 5 });
const anyEntity = fc.constantFrom(...entities);
const typed = { entity: anyEntity, at: place, name: fc.constantFrom(...names), mobile: fc.constantFrom(...numbers) };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), ...typed }),
  fc.record({ do: fc.constant('edit' as const), ...typed }),
  fc.record({ do: fc.constantFrom('trash' as const, 'delete' as const), entity: anyEntity, at: place }),
  fc.record({ do: fc.constant('merge' as const), entity: anyEntity, at: place, other: place }),
  fc.record({ do: fc.constant('undo' as const), back: fc.nat({ max: 3 }) }),
);

const fieldsOf = (entity: Entity, name: string, mobile: string) =>
  ({
    lead: { company: name, mobile, personName: '李娜' },
    account: { name, phone: mobile },
    contact: { name: name || '李娜', mobile },
  })[entity];

/** One file for all runs: making one takes longer than a run. */
function emptied(db: WorkspaceDb): WorkspaceDb {
  db.write({ actor: '', label: 'empty', at: NOW, bulkConfirmed: true }, (write) => {
    write.run('UPDATE contact SET reportsToId = NULL');
    write.run('UPDATE account SET parentId = NULL');
    for (const table of ['activityContact', 'activity', 'contact', 'account', 'lead'])
      write.run(`DELETE FROM ${table}`);
    return ok(null);
  });
  return db;
}

/** Runs one step as a change transaction; answers its number, or null when it changed nothing. */
function run(db: WorkspaceDb, one: Step, done: number[]): number | null {
  if (one.do === 'undo') {
    const seq = done.at(-1 - one.back);
    if (seq === undefined) return null;
    const undone = db.write({ actor: '', label: 'undo', at: NOW, undoes: [seq] }, (write) =>
      undoTransaction(write, seq),
    );
    if (undone.result.ok) done.splice(done.length - 1 - one.back, 1);
    return null;
  }
  return db.write({ actor: '', label: one.do, at: NOW, bulkConfirmed: true }, (write) => {
    const table = tables[one.entity];
    const id = `${one.entity}${one.at}`;
    const exists = (other: string) =>
      write.get(`SELECT 1 FROM ${one.entity} WHERE id = ? AND removedAt IS NULL`, other) !== undefined;
    if (one.do === 'add') {
      if (write.get(`SELECT 1 FROM ${one.entity} WHERE id = ?`, id) === undefined) {
        insertRow(write, table, { id, createdAt: NOW, ...fieldsOf(one.entity, one.name, one.mobile) });
      }
    } else if (one.do === 'edit') updateRow(write, table, id, fieldsOf(one.entity, one.name, one.mobile));
    else if (one.do === 'trash') updateRow(write, table, id, { removedAt: NOW });
    else if (one.do === 'delete') {
      if (!hasReferences(write, one.entity, id)) deleteRow(write, table, id);
    } else if (one.do === 'merge') {
      const loserId = `${one.entity}${one.other}`;
      if (id !== loserId && exists(id) && exists(loserId)) {
        mergeRecords(write, { entity: one.entity, winnerId: id, loserId, now: NOW });
      }
    }
    return ok(null);
  }).transaction;
}

const hasReferences = (db: Pick<WorkspaceDb['read'], 'get'>, entity: Entity, id: string): boolean =>
  entity !== 'lead' &&
  db.get(
    'SELECT 1 FROM activityContact WHERE contactId = ? UNION SELECT 1 FROM contact WHERE accountId = ?',
    id,
    id,
  ) !== undefined;

const keysOf = (db: WorkspaceDb) =>
  db.read.all('SELECT entity, entityId, kind, key FROM duplicateKey ORDER BY entity, entityId, kind, key');

describe('keys by which records find their doubles', () => {
  it('equal a full rebuild after any sequence of edits, merges and undos', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const db = emptied(shared);
        const done: number[] = [];
        for (const one of steps) {
          const seq = run(db, one, done);
          if (seq !== null) done.push(seq);
        }
        const kept = keysOf(db);
        db.write({ actor: '', label: 'rebuild', at: NOW }, (write) => {
          write.run('DELETE FROM duplicateKey');
          for (const entity of entities) {
            write.run('INSERT OR IGNORE INTO duplicateDirty SELECT ?, id FROM ' + entity, entity);
          }
          return ok(null);
        });
        expect(kept).toEqual(keysOf(db));
        expect(db.read.all('SELECT * FROM duplicateDirty')).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('merging', () => {
  it('and undoing it restores every value, whatever points where', () => {
    const people = fc.array(fc.record({ account: place, boss: place, at: fc.uniqueArray(place, { maxLength: 4 }) }), {
      minLength: 6,
      maxLength: 6,
    });
    fc.assert(
      fc.property(people, fc.constantFrom<Entity>('account', 'contact'), place, place, (rows, kind, winner, loser) => {
        fc.pre(winner !== loser);
        const db = emptied(shared);
        db.write({ actor: '', label: 'fill', at: NOW }, (write) => {
          for (const n of rows.keys()) insertRow(write, account, { id: `account${n}`, name: `a${n}`, createdAt: NOW });
          for (const [n, row] of rows.entries()) {
            insertRow(write, contact, { id: `contact${n}`, name: `c${n}`, accountId: `account${row.account}` });
            insertRow(write, activity, { id: `activity${n}`, accountId: `account${row.account}`, at: NOW });
          }
          for (const [n, row] of rows.entries()) {
            updateRow(write, contact, `contact${n}`, { reportsToId: `contact${row.boss}` });
            updateRow(write, account, `account${n}`, { parentId: `account${row.boss}` });
            for (const activityId of row.at) {
              insertRow(write, activityContact, {
                id: `activity${activityId}.contact${n}`,
                activityId: `activity${activityId}`,
                contactId: `contact${n}`,
              });
            }
          }
          return ok(null);
        });
        const before = stateDigest(db.read);
        const merge = { entity: kind, winnerId: `${kind}${winner}`, loserId: `${kind}${loser}`, now: NOW + 1 };
        const { transaction } = db.write({ actor: '', label: 'merge', at: NOW }, (write) =>
          ok(mergeRecords(write, merge)),
        );
        expect(stateDigest(db.read)).not.toEqual(before);
        const attended = db.read.all<{ n: number }>(
          'SELECT count(*) AS n FROM activityContact GROUP BY activityId, contactId HAVING count(*) > 1',
        );
        expect(attended).toEqual([]);
        const seq = transaction ?? 0;
        const undone = db.write({ actor: '', label: 'undo', at: NOW, undoes: [seq] }, (write) =>
          undoTransaction(write, seq),
        );
        expect(undone.result.ok).toBe(true);
        expect(stateDigest(db.read)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

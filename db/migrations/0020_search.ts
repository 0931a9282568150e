import type { Migration } from '../migrate.ts';

/*
 * The search index: derived, of this device alone, rebuilt at any time by filling `searchDirty`. Triggers in plain SQL
 * name what changed, so that no writer (sync, undo, import, an outside tool) can leave it silently stale; the texts need
 * pinyin and are therefore made in the program, before the same transaction commits (docs/adr/0005-search.md).
 */

const tables = [
  {
    name: 'opportunity',
    // Open deals lie in another range of the index than closed ones, so the side matters, the stage does not.
    changed: `NEW.name IS NOT OLD.name OR NEW.removedAt IS NOT OLD.removedAt
      OR (NEW.status IN ('open', 'paused')) <> (OLD.status IN ('open', 'paused'))`,
  },
  {
    name: 'account',
    changed: `NEW.name IS NOT OLD.name OR NEW.shortName IS NOT OLD.shortName OR NEW.creditCode IS NOT OLD.creditCode
      OR NEW.phone IS NOT OLD.phone OR NEW.removedAt IS NOT OLD.removedAt`,
  },
  {
    name: 'contact',
    changed: `NEW.name IS NOT OLD.name OR NEW.mobile IS NOT OLD.mobile OR NEW.phone IS NOT OLD.phone
      OR NEW.email IS NOT OLD.email OR NEW.wechat IS NOT OLD.wechat OR NEW.removedAt IS NOT OLD.removedAt`,
  },
  {
    name: 'lead',
    changed: `NEW.company IS NOT OLD.company OR NEW.personName IS NOT OLD.personName OR NEW.mobile IS NOT OLD.mobile
      OR NEW.phone IS NOT OLD.phone OR NEW.email IS NOT OLD.email OR NEW.wechat IS NOT OLD.wechat
      OR NEW.removedAt IS NOT OLD.removedAt`,
  },
  // These are only put in order by their names, not found.
  { name: 'member', changed: 'NEW.name IS NOT OLD.name' },
  { name: 'competitor', changed: 'NEW.name IS NOT OLD.name OR NEW.removedAt IS NOT OLD.removedAt' },
  { name: 'productLine', changed: 'NEW.name IS NOT OLD.name OR NEW.removedAt IS NOT OLD.removedAt' },
] as const;

const index = (name: string): string => `
CREATE VIRTUAL TABLE ${name} USING fts5(
  tokens, content = '', contentless_delete = 1, detail = none, prefix = '1 2', tokenize = "ascii tokenchars '^'"
);`;

const triggers = (name: string, changed: string): string => `
CREATE TRIGGER search_${name}_insert AFTER INSERT ON ${name} BEGIN
  INSERT OR IGNORE INTO searchDirty(entity, entityId) VALUES ('${name}', NEW.id);
END;
CREATE TRIGGER search_${name}_update AFTER UPDATE ON ${name} WHEN ${changed} BEGIN
  INSERT OR IGNORE INTO searchDirty(entity, entityId) VALUES ('${name}', NEW.id);
END;
CREATE TRIGGER search_${name}_delete AFTER DELETE ON ${name} BEGIN
  INSERT OR IGNORE INTO searchDirty(entity, entityId) VALUES ('${name}', OLD.id);
END;
INSERT INTO searchDirty(entity, entityId) SELECT '${name}', id FROM ${name};`;

/** Full-text index over deals, accounts, contacts and leads, with the queue that keeps it right; names of people and rivals for their order. */
export const search: Migration = {
  id: 20,
  name: 'search',
  up: `
-- What the index holds: docId is the row of the full-text table of that entity, if it has one; of closed deals it is 2^40 or more.
CREATE TABLE searchDoc (
  docId INTEGER NOT NULL,
  entity TEXT NOT NULL,
  entityId TEXT NOT NULL,
  -- The name as it is compared with other names.
  fold TEXT NOT NULL,
  -- The name in pinyin, by which lists are ordered.
  sortKey TEXT NOT NULL,
  PRIMARY KEY (entity, docId)
) WITHOUT ROWID;
CREATE UNIQUE INDEX searchDoc_byEntity ON searchDoc(entity, entityId);
CREATE INDEX searchDoc_byFold ON searchDoc(entity, fold);
-- Walked in order by lists of names.
CREATE INDEX searchDoc_bySortKey ON searchDoc(entity, sortKey, entityId);
CREATE TABLE searchDirty (entity TEXT NOT NULL, entityId TEXT NOT NULL, PRIMARY KEY (entity, entityId)) WITHOUT ROWID;
${index('searchOpportunity')}
${index('searchAccount')}
${index('searchContact')}
${index('searchLead')}
${tables.map((table) => triggers(table.name, table.changed)).join('\n')}
CREATE INDEX externalRef_byExternalId ON externalRef(externalId);
-- Deals without a next step are found without reading a single task.
CREATE INDEX task_openByOpportunity ON task(opportunityId) WHERE status = 'open' AND removedAt IS NULL;
`,
};

import type { Migration } from '../migrate.ts';

/*
 * The queue from which `attributeScore` is kept right: triggers name what changed, whoever wrote it, and the scores are made in
 * the program before the same transaction commits, like the search index. A changed rule set concerns every record; it is
 * queued by itself, so that a large workspace is scored anew in a worker (docs/adr/0012-scoring.md).
 */

const tables = [
  {
    name: 'account',
    columns:
      'name industry grade tier ownership region city employees annualRevenueMinor foundedYear source custom mergedIntoId removedAt',
  },
  { name: 'lead', columns: 'company industry region city title budgetMinor source custom mergedIntoId removedAt' },
] as const;

const triggers = (name: string, columns: readonly string[]): string => `
CREATE TRIGGER attributes_${name}_insert AFTER INSERT ON ${name} BEGIN
  INSERT OR IGNORE INTO attributeDirty(entity, entityId) VALUES ('${name}', NEW.id);
END;
CREATE TRIGGER attributes_${name}_update AFTER UPDATE ON ${name}
WHEN ${columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')} BEGIN
  INSERT OR IGNORE INTO attributeDirty(entity, entityId) VALUES ('${name}', NEW.id);
END;
CREATE TRIGGER attributes_${name}_delete AFTER DELETE ON ${name} BEGIN
  INSERT OR IGNORE INTO attributeDirty(entity, entityId) VALUES ('${name}', OLD.id);
END;`;

/** What tells the program whose attribute score must be made anew. */
export const attributeScores: Migration = {
  id: 42,
  name: 'attributeScores',
  up: `
CREATE TABLE attributeDirty (entity TEXT NOT NULL, entityId TEXT NOT NULL, PRIMARY KEY (entity, entityId)) WITHOUT ROWID;
${tables.map((table) => triggers(table.name, table.columns.split(' '))).join('\n')}
CREATE TRIGGER attributes_ruleSet_insert AFTER INSERT ON scoreRuleSet WHEN NEW.kind = 'attribute' BEGIN
  INSERT OR IGNORE INTO attributeDirty(entity, entityId) VALUES ('ruleSet', NEW.id);
END;
CREATE TRIGGER attributes_ruleSet_update AFTER UPDATE ON scoreRuleSet
WHEN (NEW.kind = 'attribute' OR OLD.kind = 'attribute') AND (NEW.kind IS NOT OLD.kind OR NEW.name IS NOT OLD.name
  OR NEW.body IS NOT OLD.body OR NEW.removedAt IS NOT OLD.removedAt) BEGIN
  INSERT OR IGNORE INTO attributeDirty(entity, entityId) VALUES ('ruleSet', NEW.id);
END;
CREATE TRIGGER attributes_ruleSet_delete AFTER DELETE ON scoreRuleSet WHEN OLD.kind = 'attribute' BEGIN
  INSERT OR IGNORE INTO attributeDirty(entity, entityId) VALUES ('ruleSet', OLD.id);
END;
`,
};

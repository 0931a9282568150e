import type { Migration } from '../migrate.ts';

/*
 * The queue from which `duplicateKey` is kept right: triggers name what changed, whoever wrote it, and the keys are made in
 * the program before the same transaction commits, like the search index (docs/adr/0009-leads.md).
 */

const tables = [
  {
    name: 'lead',
    columns: 'company personName creditCode mobile phone email wechat website status mergedIntoId removedAt',
  },
  { name: 'account', columns: 'name shortName creditCode phone website mergedIntoId removedAt' },
  { name: 'contact', columns: 'accountId name mobile phone email wechat mergedIntoId removedAt' },
] as const;

const triggers = (name: string, columns: readonly string[]): string => `
CREATE TRIGGER duplicate_${name}_insert AFTER INSERT ON ${name} BEGIN
  INSERT OR IGNORE INTO duplicateDirty(entity, entityId) VALUES ('${name}', NEW.id);
END;
CREATE TRIGGER duplicate_${name}_update AFTER UPDATE ON ${name}
WHEN ${columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')} BEGIN
  INSERT OR IGNORE INTO duplicateDirty(entity, entityId) VALUES ('${name}', NEW.id);
END;
CREATE TRIGGER duplicate_${name}_delete AFTER DELETE ON ${name} BEGIN
  INSERT OR IGNORE INTO duplicateDirty(entity, entityId) VALUES ('${name}', OLD.id);
END;
INSERT INTO duplicateDirty(entity, entityId) SELECT '${name}', id FROM ${name};`;

/** What finds records that are the same one twice, and leads whose time is over. */
export const duplicates: Migration = {
  id: 36,
  name: 'duplicates',
  up: `
CREATE TABLE duplicateDirty (entity TEXT NOT NULL, entityId TEXT NOT NULL, PRIMARY KEY (entity, entityId)) WITHOUT ROWID;
${tables.map((table) => triggers(table.name, table.columns.split(' '))).join('\n')}
-- What a merge must find of everything that points to a record.
CREATE INDEX opportunity_byContact ON opportunity(primaryContactId) WHERE primaryContactId IS NOT NULL;
CREATE INDEX opportunity_byLead ON opportunity(leadId) WHERE leadId IS NOT NULL;
CREATE INDEX lead_byAccount ON lead(accountId) WHERE accountId IS NOT NULL;
CREATE INDEX lead_byContact ON lead(contactId) WHERE contactId IS NOT NULL;
CREATE INDEX lead_byMerged ON lead(mergedIntoId) WHERE mergedIntoId IS NOT NULL;
CREATE INDEX account_byMerged ON account(mergedIntoId) WHERE mergedIntoId IS NOT NULL;
CREATE INDEX contact_byMerged ON contact(mergedIntoId) WHERE mergedIntoId IS NOT NULL;
CREATE INDEX lead_held ON lead(heldUntil) WHERE removedAt IS NULL AND status IN ('new', 'verifying');
`,
};

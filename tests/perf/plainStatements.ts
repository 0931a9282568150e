import type { Connection } from '#db/driver.ts';
import { openConnection } from '#db/driver.ts';

/*
 * What a person would write by hand to get the same essential rows: prepared once, no parsing, no checking, no shaping.
 * The distance to these is what the program's layers cost.
 */

/** A reading connection with the same settings as the core's. */
export function openPlain(path: string): Connection {
  const connection = openConnection(path, { fileMustExist: true, readonly: true });
  connection.pragma('cache_size = -65536');
  connection.pragma('temp_store = MEMORY');
  return connection;
}

/** Everything a card shows, in one row; `where` and what follows it are appended. */
export const cardSql = (tail: string): string => `
  SELECT o.id, o.name, o.accountId, a.name AS accountName, o.ownerId, m.name AS ownerName, o.stageId, o.status,
    o.amountMinor, o.currency, o.expectedClose, o.stageEnteredAt, o.ownWinRate, o.rank,
    (SELECT count(*) FROM task t WHERE t.opportunityId = o.id AND t.status = 'done' AND t.removedAt IS NULL) AS done,
    (SELECT count(*) FROM task t WHERE t.opportunityId = o.id AND t.status = 'open' AND t.removedAt IS NULL) AS open,
    (SELECT json_array(t.id, t.title, t.dueDate, t.dueMinute) FROM task t WHERE t.opportunityId = o.id
       AND t.status = 'open' AND t.removedAt IS NULL ORDER BY t.dueDate, t.dueMinute LIMIT 1) AS next,
    (SELECT json_group_array(json_array(c.code, c.judge, c.at, c.value)) FROM c139Judgement c
       WHERE c.opportunityId = o.id) AS judgements
  FROM opportunity o LEFT JOIN account a ON a.id = o.accountId LEFT JOIN member m ON m.id = o.ownerId
  WHERE o.removedAt IS NULL AND ${tail}`;

/** Count and sum per stage and currency of the open deals that fit. */
export const sumSql = (condition: string): string => `
  SELECT o.stageId, o.currency, count(*) AS count, sum(o.amountMinor) AS amountMinor
  FROM opportunity o WHERE o.removedAt IS NULL AND o.processId = ? AND o.status = 'open' AND ${condition}
  GROUP BY o.stageId, o.currency`;

/** What the deal page needs, one statement per part; every one takes the deal's id. */
export const dealPageSql: readonly string[] = [
  `SELECT o.*, a.name AS accountName, m.name AS ownerName, g.name AS managerName FROM opportunity o
   LEFT JOIN account a ON a.id = o.accountId LEFT JOIN member m ON m.id = o.ownerId
   LEFT JOIN member g ON g.id = m.managerId WHERE o.id = ?`,
  `SELECT s.* FROM stage s WHERE s.processVersionId = (SELECT processVersionId FROM opportunity WHERE id = ?)
   ORDER BY s.position`,
  `SELECT c.*, s.name AS stageName, m.name AS byName FROM stageChange c LEFT JOIN stage s ON s.id = c.toStageId
   LEFT JOIN member m ON m.id = c.byId WHERE c.opportunityId = ? ORDER BY c.at`,
  `SELECT k.* FROM stageCriterion k WHERE k.stageId = (SELECT stageId FROM opportunity WHERE id = ?) ORDER BY k.position`,
  `SELECT e.*, m.name AS byName FROM criterionEvidence e LEFT JOIN member m ON m.id = e.byId
   WHERE e.opportunityId = ? AND e.removedAt IS NULL`,
  `SELECT kind, max(at) AS at FROM activity WHERE opportunityId = ? AND removedAt IS NULL GROUP BY kind`,
  `SELECT roles, coverage FROM stakeholder WHERE opportunityId = ? AND removedAt IS NULL`,
  `SELECT status, count(*) AS count FROM task WHERE opportunityId = ? AND removedAt IS NULL GROUP BY status`,
  `SELECT id, title, dueDate, dueMinute FROM task WHERE opportunityId = ? AND status = 'open' AND removedAt IS NULL
   ORDER BY dueDate, dueMinute LIMIT 1`,
  `SELECT code, judge, value, at FROM c139Judgement WHERE opportunityId = ?`,
  `SELECT c.id, c.name, x.position FROM opportunityCompetitor x JOIN competitor c ON c.id = x.competitorId
   WHERE x.opportunityId = ? AND x.removedAt IS NULL`,
  `SELECT l.*, p.name AS productName FROM opportunityLine l LEFT JOIN product p ON p.id = l.productId
   WHERE l.opportunityId = ? AND l.removedAt IS NULL ORDER BY l.rank`,
  `SELECT count(*) AS activities FROM activity WHERE opportunityId = ? AND removedAt IS NULL`,
  `SELECT count(*) AS pushes FROM pastChange WHERE opportunityId = ? AND field = 'expectedClose' AND toValue > fromValue`,
];

/** What the account page needs; every one takes the account's id. */
export const accountPageSql: readonly string[] = [
  `SELECT a.*, m.name AS ownerName, p.name AS parentName FROM account a LEFT JOIN member m ON m.id = a.ownerId
   LEFT JOIN account p ON p.id = a.parentId WHERE a.id = ?`,
  `WITH RECURSIVE up(id, parentId) AS (SELECT id, parentId FROM account WHERE id = ?
     UNION SELECT a.id, a.parentId FROM account a JOIN up ON a.id = up.parentId),
   tree(id) AS (SELECT id FROM up WHERE parentId IS NULL UNION SELECT a.id FROM account a JOIN tree ON a.parentId = tree.id)
   SELECT a.id, a.name, a.parentId, sum(o.amountMinor) AS amountMinor, count(o.id) AS deals FROM tree JOIN account a ON a.id = tree.id
   LEFT JOIN opportunity o ON o.accountId = a.id AND o.status IN ('open', 'paused') AND o.removedAt IS NULL GROUP BY a.id`,
  `SELECT status, currency, count(*) AS count, sum(amountMinor) AS amountMinor FROM opportunity
   WHERE accountId = ? AND removedAt IS NULL GROUP BY status, currency`,
  `SELECT max(at) AS at FROM activity WHERE accountId = ? AND removedAt IS NULL AND kind <> 'note'`,
  `SELECT id, title, dueDate FROM task WHERE accountId = ? AND status = 'open' AND removedAt IS NULL ORDER BY dueDate LIMIT 1`,
  cardSql('o.accountId = ? ORDER BY o.createdAt DESC LIMIT 50'),
  `SELECT c.id, c.name, c.title, c.department, c.mobile, c.email, c.reportsToId,
     (SELECT max(v.at) FROM activityContact x JOIN activity v ON v.id = x.activityId WHERE x.contactId = c.id) AS lastTouchAt,
     (SELECT count(*) FROM stakeholder s JOIN opportunity o ON o.id = s.opportunityId
        WHERE s.contactId = c.id AND o.status IN ('open', 'paused')) AS openDeals
   FROM contact c WHERE c.accountId = ? AND c.removedAt IS NULL ORDER BY c.name`,
  `SELECT id, kind, label, value, date, source FROM fact WHERE accountId = ? AND supersededById IS NULL ORDER BY date DESC`,
];

/** The newest forty things that happened in a deal, with the people who were there. */
export const timelineSql = `
  WITH newest AS (
    SELECT * FROM (SELECT 'activity' AS type, v.id, v.at, v.kind AS a, v.subject AS b, v.note AS c, v.ownerId AS who
       FROM activity v WHERE v.opportunityId = :id AND v.removedAt IS NULL ORDER BY v.at DESC LIMIT 40)
    UNION ALL SELECT * FROM (SELECT 'stage', s.id, s.at, s.kind, s.toStageId, s.reason, s.byId
       FROM stageChange s WHERE s.opportunityId = :id ORDER BY s.at DESC LIMIT 40)
    UNION ALL SELECT * FROM (SELECT 'task', t.id, t.doneAt, t.kind, t.title, '', t.ownerId
       FROM task t WHERE t.opportunityId = :id AND t.status = 'done' ORDER BY t.doneAt DESC LIMIT 40))
  SELECT n.*, m.name AS whoName, (SELECT json_group_array(c.name) FROM activityContact x JOIN contact c ON c.id = x.contactId
    WHERE x.activityId = n.id) AS contacts
  FROM newest n LEFT JOIN member m ON m.id = n.who ORDER BY n.at DESC LIMIT 40`;

/** Tasks of one person that are late, due today or within seven days. */
export const todayTasksSql = `
  SELECT t.*, o.name AS dealName, o.amountMinor, o.currency, a.name AS accountName, s.name AS stageName
  FROM task t LEFT JOIN opportunity o ON o.id = t.opportunityId LEFT JOIN account a ON a.id = t.accountId
  LEFT JOIN stage s ON s.id = o.stageId
  WHERE t.ownerId = ? AND t.status = 'open' AND t.dueDate <= ? AND t.removedAt IS NULL ORDER BY t.dueDate, t.dueMinute LIMIT 300`;

/** The history of every deal of a process that entered a stage in the window: what any funnel has to read. */
export const funnelSql = `
  SELECT c.opportunityId, c.toStageId, c.at, c.kind, o.status, o.amountMinor, o.currency
  FROM opportunity o JOIN stageChange c ON c.opportunityId = o.id
  WHERE o.processId = ? AND o.removedAt IS NULL ORDER BY c.opportunityId, c.at`;

import type { ReadDb } from '../../handles.ts';
import type { BehaviourEntity } from './recordEvents.ts';

/* Activities reach accounts and deals in crowds; what is newest among them is enough for a picture. */
const recent: Record<BehaviourEntity, string> = {
  lead: `SELECT leadId AS id, max(at) AS at FROM behaviourEvent WHERE leadId IS NOT NULL AND at <= (SELECT now FROM asked) GROUP BY leadId
    UNION ALL SELECT leadId, max(at) FROM activity WHERE leadId IS NOT NULL AND at <= (SELECT now FROM asked) GROUP BY leadId`,
  contact: `SELECT contactId AS id, max(at) AS at FROM behaviourEvent WHERE contactId IS NOT NULL AND at <= (SELECT now FROM asked) GROUP BY contactId
    UNION ALL SELECT p.contactId, max(x.at) FROM activityContact p JOIN activity x ON x.id = p.activityId WHERE x.at <= (SELECT now FROM asked) GROUP BY p.contactId`,
  account: `SELECT accountId AS id, max(at) AS at FROM behaviourEvent WHERE accountId IS NOT NULL AND at <= (SELECT now FROM asked) GROUP BY accountId
    UNION ALL SELECT accountId, max(at) FROM activity WHERE accountId IS NOT NULL AND at <= (SELECT now FROM asked) GROUP BY accountId`,
  opportunity: `SELECT opportunityId AS id, max(at) AS at FROM behaviourEvent WHERE opportunityId IS NOT NULL AND at <= (SELECT now FROM asked) GROUP BY opportunityId
    UNION ALL SELECT opportunityId, max(at) FROM activity WHERE opportunityId IS NOT NULL AND at <= (SELECT now FROM asked) GROUP BY opportunityId`,
};

/** Live records with events, those with the newest first. Reads every event of its kind: for workers. */
export function newestWithEvents(db: ReadDb, entity: BehaviourEntity, now: number, limit: number): string[] {
  return db
    .all<{ id: string }>(
      `WITH asked AS MATERIALIZED (SELECT ? AS now) SELECT f.id FROM (SELECT id, max(at) AS at FROM (${recent[entity]}) GROUP BY id) f
       JOIN "${entity}" r ON r.id = f.id WHERE r.removedAt IS NULL ORDER BY f.at DESC, f.id LIMIT ?`,
      now,
      limit,
    )
    .map(({ id }) => id);
}

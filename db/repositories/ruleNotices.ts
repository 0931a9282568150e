import type { WriteDb } from '../handles.ts';

/**
 * Forgets what rules wanted to say where their firing was taken back: notices are of this device and are not undone with
 * the transaction. Their key begins with the id of the firing.
 */
export function dropOrphanedRuleNotices(db: WriteDb): void {
  db.run(
    `DELETE FROM notice WHERE kind IN ('reminder', 'managerReminder') AND readAt IS NULL AND key GLOB 'rule:*'
       AND NOT EXISTS (SELECT 1 FROM ruleFiring f WHERE f.id = substr(notice.key, 6, 32))`,
  );
}

import type { IsoDate } from '#shared/lib/time.ts';
import type { WriteDb } from '../handles.ts';
import { insertRow } from '../rows.ts';
import { task } from '../schema/work.ts';

/** What a task of a stage is made from. */
export interface StageEntry {
  readonly opportunityId: string;
  readonly accountId: string | null;
  readonly ownerId: string | null;
  readonly stageId: string;
  readonly now: number;
  readonly createdById: string | null;
  readonly newId: () => string;
  /** The day a task falls due that many working days from now. */
  readonly dueDay: (workingDays: number) => IsoDate;
}

interface PrescribedTask {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly ownerRole: string;
  readonly dueDays: number;
  readonly deliverable: string;
  readonly deliverableRequired: number;
}

/**
 * Creates the tasks that a stage prescribes and this deal does not have yet: entering a stage a second time repeats
 * nothing. A manager's task goes to the owner's manager, everything else to the owner. Returns how many were created.
 */
export function createStageTasks(db: WriteDb, entry: StageEntry): number {
  const missing = db.all<PrescribedTask>(
    `SELECT p.id, p.title, p.kind, p.ownerRole, p.dueDays, p.deliverable, p.deliverableRequired
     FROM stageTask p
     WHERE p.stageId = ? AND NOT EXISTS (
       SELECT 1 FROM task t WHERE t.opportunityId = ? AND t.stageTaskId = p.id AND t.removedAt IS NULL
     ) ORDER BY p.position, p.id`,
    entry.stageId,
    entry.opportunityId,
  );
  if (missing.length === 0) return 0;
  const manager =
    db.get<{ managerId: string | null }>('SELECT managerId FROM member WHERE id = ?', entry.ownerId)?.managerId ?? null;
  for (const { id, ownerRole, dueDays, ...fields } of missing) {
    insertRow(db, task, {
      ...fields,
      id: entry.newId(),
      opportunityId: entry.opportunityId,
      accountId: entry.accountId,
      ownerId: ownerRole === 'manager' ? (manager ?? entry.ownerId) : entry.ownerId,
      stageId: entry.stageId,
      stageTaskId: id,
      dueDate: entry.dueDay(dueDays),
      createdById: entry.createdById,
      createdAt: entry.now,
    });
  }
  return missing.length;
}

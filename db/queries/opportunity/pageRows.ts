import type { ReadDb } from '../../handles.ts';
import { nameKey } from '../nameOrder.ts';

/** The columns of a deal that only its page shows. */
export interface PageRow {
  readonly processVersionId: string | null;
  readonly primaryContactId: string | null;
  readonly forecastCategory: string;
  readonly nextStep: string;
  readonly description: string;
  readonly qualificationLevel: string;
  readonly custom: string;
  readonly closedAt: number | null;
  readonly outcomeReason: string;
  readonly outcomeNote: string;
  readonly processName: string | null;
  readonly managerName: string | null;
  readonly modelAsOf: number | null;
  readonly modelLow: number | null;
  readonly modelHigh: number | null;
}

/** One deal outside the trash. */
export function pageRow(db: ReadDb, id: string): PageRow | undefined {
  return db.get<PageRow>(
    `SELECT o.processVersionId, o.primaryContactId, o.forecastCategory, o.nextStep, o.description,
       o.qualificationLevel, o.custom, o.closedAt, o.outcomeReason, o.outcomeNote, p.name AS processName,
       boss.name AS managerName, r.asOf AS modelAsOf, r.low AS modelLow, r.high AS modelHigh
     FROM opportunity o
     LEFT JOIN process p ON p.id = o.processId
     LEFT JOIN member m ON m.id = o.ownerId
     LEFT JOIN member boss ON boss.id = m.managerId
     LEFT JOIN opportunityScore r ON r.opportunityId = o.id
     WHERE o.id = ? AND o.removedAt IS NULL`,
    id,
  );
}

/** One stay in a stage, from its row of the history. */
export interface VisitRow {
  readonly stageId: string | null;
  readonly stageName: string;
  readonly enteredAt: number;
  readonly kind: string;
  readonly reason: string;
  readonly byName: string;
  readonly stageClass: string;
  /** JSON array with the texts of the criteria that were open. */
  readonly openCriteria: string;
  readonly outcome: string;
  readonly outcomeReason: string;
}

/** Every stage visit of a deal, oldest first. */
export function visitRows(db: ReadDb, id: string): VisitRow[] {
  return db.all<VisitRow>(
    `SELECT c.toStageId AS stageId, coalesce(s.name, '') AS stageName, c.at AS enteredAt, c.kind, c.reason,
       coalesce(m.name, '') AS byName, coalesce(s.stageClass, 'verify') AS stageClass, c.outcome, c.outcomeReason,
       (SELECT json_group_array(k.text) FROM json_each(iif(json_valid(c.openCriteria), c.openCriteria, '[]')) j
        CROSS JOIN stageCriterion k ON k.id = j.value) AS openCriteria
     FROM stageChange c LEFT JOIN stage s ON s.id = c.toStageId LEFT JOIN member m ON m.id = c.byId
     WHERE c.opportunityId = ? ORDER BY c.at, c.id`,
    id,
  );
}

/** Rivals in this deal. */
export function competitorRows(db: ReadDb, id: string): { id: string; name: string; position: string }[] {
  return db.all(
    `SELECT oc.id, coalesce(c.name, '') AS name, oc.position FROM opportunityCompetitor oc
     LEFT JOIN competitor c ON c.id = oc.competitorId
     WHERE oc.opportunityId = ? AND oc.removedAt IS NULL
     ORDER BY ${nameKey('competitor', 'oc.competitorId')} NULLS LAST, oc.id`,
    id,
  );
}

/** One line of the offer. */
export interface LineRow {
  readonly id: string;
  readonly productName: string;
  readonly quantity: number;
  readonly unitPriceMinor: number | null;
  readonly amountMinor: number | null;
  readonly currency: string;
}

/** What is offered, in order. */
export function lineRows(db: ReadDb, id: string): LineRow[] {
  return db.all<LineRow>(
    `SELECT l.id, coalesce(p.name, l.description) AS productName, l.quantity, l.unitPriceMinor, l.amountMinor,
       l.currency
     FROM opportunityLine l LEFT JOIN product p ON p.id = l.productId
     WHERE l.opportunityId = ? AND l.removedAt IS NULL ORDER BY l.rank, l.id`,
    id,
  );
}

/** How many rows the other tabs of a deal show. */
export interface PartCounts {
  readonly stakeholders: number;
  readonly openTasks: number;
  readonly doneTasks: number;
  readonly activities: number;
}

/** How much there is on the other tabs. */
export function partCounts(db: ReadDb, id: string): PartCounts {
  const counts = db.get<PartCounts>(
    `SELECT
       (SELECT count(*) FROM stakeholder WHERE opportunityId = :id AND removedAt IS NULL) AS stakeholders,
       (SELECT count(*) FROM task WHERE opportunityId = :id AND status = 'open' AND removedAt IS NULL) AS openTasks,
       (SELECT count(*) FROM task WHERE opportunityId = :id AND status = 'done' AND removedAt IS NULL) AS doneTasks,
       (SELECT count(*) FROM activity WHERE opportunityId = :id AND removedAt IS NULL) AS activities`.replaceAll(
      ':id',
      '?',
    ),
    id,
    id,
    id,
    id,
  );
  return counts ?? { stakeholders: 0, openTasks: 0, doneTasks: 0, activities: 0 };
}

import type { ReadDb } from '../../handles.ts';
import { byName } from '../nameOrder.ts';

/** A rival with the number of deals that name it. */
export interface CompetitorRow {
  readonly id: string;
  readonly name: string;
  readonly deals: number;
}

/** Rivals that are not in the trash, those of most deals first; a team has tens of them, not thousands. */
export function allCompetitors(db: ReadDb): CompetitorRow[] {
  return db.all<CompetitorRow>(
    `SELECT rival.id, rival.name, (SELECT count(*) FROM opportunityCompetitor oc
       WHERE oc.competitorId = rival.id AND oc.removedAt IS NULL) AS deals
     FROM competitor rival WHERE rival.removedAt IS NULL ORDER BY deals DESC, ${byName('competitor', 'rival.id')}`,
  );
}

/** The row of a rival on a deal, if it is there. */
export function rivalOnDeal(db: ReadDb, opportunityId: string, competitorId: string): { id: string } | undefined {
  return db.get<{ id: string }>(
    `SELECT id FROM opportunityCompetitor WHERE opportunityId = ? AND competitorId = ? AND removedAt IS NULL`,
    opportunityId,
    competitorId,
  );
}

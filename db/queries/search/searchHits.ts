import type { ReadDb } from '../../handles.ts';
import type { SearchEntity } from './findMatches.ts';

/** A record as it is shown among search results. */
export interface HitRow {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  /** 1 for deals that are won, lost or given up, and for leads that are converted or disqualified. */
  readonly closed: number;
}

const statements: Record<SearchEntity, string> = {
  opportunity: `SELECT o.id, o.name AS title, coalesce(a.name, '') AS subtitle,
      o.status NOT IN ('open', 'paused') AS closed
    FROM json_each(?) j CROSS JOIN opportunity o ON o.id = j.value LEFT JOIN account a ON a.id = o.accountId
    WHERE o.removedAt IS NULL ORDER BY j.key`,
  account: `SELECT a.id, a.name AS title, trim(a.industry || ' ' || a.city) AS subtitle, 0 AS closed
    FROM json_each(?) j CROSS JOIN account a ON a.id = j.value WHERE a.removedAt IS NULL ORDER BY j.key`,
  contact: `SELECT c.id, c.name AS title, trim(coalesce(a.name, '') || ' ' || c.title) AS subtitle, 0 AS closed
    FROM json_each(?) j CROSS JOIN contact c ON c.id = j.value LEFT JOIN account a ON a.id = c.accountId
    WHERE c.removedAt IS NULL ORDER BY j.key`,
  lead: `SELECT l.id, coalesce(nullif(l.company, ''), l.personName) AS title, iif(l.company = '', '', l.personName) AS subtitle,
      l.status IN ('converted', 'disqualified') AS closed
    FROM json_each(?) j CROSS JOIN lead l ON l.id = j.value WHERE l.removedAt IS NULL ORDER BY j.key`,
};

/** The records with these ids, in their order; those in the trash are left out. */
export function searchHits(db: ReadDb, entity: SearchEntity, ids: readonly string[]): HitRow[] {
  return db.all<HitRow>(statements[entity], JSON.stringify(ids));
}

/** Records whose id, or whose id in the system they were imported from, is exactly this text. */
export function hitsById(db: ReadDb, text: string): { entity: SearchEntity; id: string }[] {
  const rows = db.all<{ entity: string; id: string }>(
    `SELECT entity, entityId AS id FROM externalRef WHERE externalId = ?
     UNION SELECT 'opportunity', id FROM opportunity WHERE id = ?
     UNION SELECT 'account', id FROM account WHERE id = ?
     UNION SELECT 'contact', id FROM contact WHERE id = ?
     UNION SELECT 'lead', id FROM lead WHERE id = ? LIMIT 20`,
    text,
    text,
    text,
    text,
    text,
  );
  return rows.filter((row): row is { entity: SearchEntity; id: string } => row.entity in statements);
}

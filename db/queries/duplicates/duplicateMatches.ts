import type { DuplicateEntity, DuplicateKind, DuplicateProbe } from '#shared/domain/leads/duplicateKeys.ts';
import type { ReadDb } from '../../handles.ts';

/** A record that has one thing in common with what is looked for. */
export interface DuplicateHit {
  readonly entity: DuplicateEntity;
  readonly id: string;
  readonly kind: DuplicateKind;
}

/** Things in common that are looked at: a mail domain of a large customer has hundreds of people. */
const MOST_PER_KEY = 60;

/** Records that have one of these keys, once per key in common. */
export function duplicateHits(db: ReadDb, probes: readonly DuplicateProbe[]): DuplicateHit[] {
  return probes.flatMap((probe) =>
    db.all<DuplicateHit>(
      'SELECT entity, entityId AS id, ? AS kind FROM duplicateKey WHERE kind = ? AND key = ? LIMIT ?',
      probe.as,
      probe.kind,
      probe.key,
      MOST_PER_KEY,
    ),
  );
}

/** How a record that may be the same is shown, and what tells it apart. */
export interface DuplicateShown {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly status: string;
  readonly creditCode: string;
}

const SHOWN: Readonly<Record<DuplicateEntity, string>> = {
  lead: `SELECT l.id, coalesce(nullif(l.company, ''), l.personName) AS title,
      trim(l.personName || ' ' || coalesce((SELECT m.name FROM member m WHERE m.id = l.ownerId), '')) AS subtitle,
      l.status, l.creditCode FROM json_each(?) j CROSS JOIN lead l ON l.id = j.value`,
  account: `SELECT a.id, a.name AS title, trim(a.industry || ' ' || a.city) AS subtitle, '' AS status, a.creditCode
    FROM json_each(?) j CROSS JOIN account a ON a.id = j.value`,
  contact: `SELECT c.id, c.name AS title, trim(coalesce(a.name, '') || ' ' || c.title) AS subtitle, '' AS status,
      '' AS creditCode FROM json_each(?) j CROSS JOIN contact c ON c.id = j.value LEFT JOIN account a ON a.id = c.accountId`,
};

/** These records as they are shown among possible doubles. */
export function duplicatesShown(db: ReadDb, entity: DuplicateEntity, ids: readonly string[]): DuplicateShown[] {
  return ids.length === 0 ? [] : db.all<DuplicateShown>(SHOWN[entity], JSON.stringify(ids));
}

/** Ids of the records that a person judged not to be the same as this one. */
export function notDuplicatesOf(db: ReadDb, entity: DuplicateEntity, id: string): Set<string> {
  const rows = db.all<{ id: string }>(
    `SELECT otherId AS id FROM notDuplicate WHERE entity = ? AND oneId = ? AND removedAt IS NULL
     UNION SELECT oneId FROM notDuplicate WHERE entity = ? AND otherId = ? AND removedAt IS NULL`,
    entity,
    id,
    entity,
    id,
  );
  return new Set(rows.map((row) => row.id));
}

import { foldName } from '#shared/domain/search/foldText.ts';
import { sortKey } from '#shared/domain/search/sortKey.ts';
import { searchTokens, type SearchableRecord } from '#shared/domain/search/searchTokens.ts';
import type { ReadDb, WriteDb } from '../handles.ts';

/** Documents of closed deals begin here, so that walking the index in order meets the open deals first. */
export const FIRST_CLOSED_DOC = 2 ** 40;

/** Records taken from the queue at a time. */
const PAGE = 5000;

/**
 * Brings the search index up to what the tables say and empties the queue. Runs before every commit and once when a
 * workspace is opened; costs one look at an empty queue when nothing to be found was touched. Returns how many records
 * were indexed anew.
 */
export function drainSearchIndex(db: WriteDb): number {
  if (!hasUnindexed(db)) return 0;
  let drained = 0;
  for (const source of sources) {
    for (;;) {
      const rows = db.all<DirtyRow>(source.sql, PAGE);
      reindex(db, source, rows);
      drained += rows.length;
      if (rows.length < PAGE) break;
    }
  }
  return drained;
}

/** Whether this file has a search index; files before migration 0020 do not. */
export function hasSearchIndex(db: ReadDb): boolean {
  return db.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'searchDirty'") !== undefined;
}

/** Whether records wait to be indexed: a migration or another program left them. */
export function hasUnindexed(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM searchDirty LIMIT 1') !== undefined;
}

interface DirtyRow {
  readonly entityId: string;
  readonly docId: number | null;
  /** Null when the record is gone or in the trash. */
  readonly title: string | null;
  readonly closed: number;
  readonly other: string;
  readonly code1: string;
  readonly code2: string;
  readonly code3: string;
  readonly code4: string;
}

interface Source {
  readonly entity: 'opportunity' | 'account' | 'contact' | 'lead' | 'member' | 'competitor' | 'productLine';
  /** The full-text table; null for what is only put in order by its name. */
  readonly table: string | null;
  readonly sql: string;
}

const unlessRemoved = (title: string): string => `iif(r.removedAt IS NULL, ${title}, NULL)`;

const dirtyRows = (entity: string, columns: string, condition = '', title = unlessRemoved('r.name')): string => `
  SELECT q.entityId, d.docId, ${title} AS title, ${columns}
  FROM searchDirty q
  LEFT JOIN ${entity} r ON r.id = q.entityId
  LEFT JOIN searchDoc d ON d.entity = '${entity}' AND d.entityId = q.entityId
  WHERE q.entity = '${entity}' ${condition}
  LIMIT ?`;

/** The status of a deal that is won, lost or given up. */
const CLOSED = "coalesce(r.status NOT IN ('open', 'paused'), 0)";
const NO_CODES = "'' AS other, '' AS code1, '' AS code2, '' AS code3, '' AS code4";

/*
 * FTS5 writes a segment whenever a row number falls below the one before it, so the two ranges of deals are filled one
 * after the other, and within a page everything is taken out before anything is put in.
 */
const sources: readonly Source[] = [
  {
    entity: 'opportunity',
    table: 'searchOpportunity',
    sql: dirtyRows('opportunity', `0 AS closed, ${NO_CODES}`, `AND NOT ${CLOSED}`),
  },
  {
    entity: 'opportunity',
    table: 'searchOpportunity',
    sql: dirtyRows('opportunity', `1 AS closed, ${NO_CODES}`, `AND ${CLOSED}`),
  },
  {
    entity: 'account',
    table: 'searchAccount',
    sql: dirtyRows(
      'account',
      "0 AS closed, r.shortName AS other, r.creditCode AS code1, r.phone AS code2, '' AS code3, '' AS code4",
    ),
  },
  {
    entity: 'contact',
    table: 'searchContact',
    sql: dirtyRows(
      'contact',
      "0 AS closed, '' AS other, r.mobile AS code1, r.phone AS code2, r.email AS code3, r.wechat AS code4",
    ),
  },
  {
    entity: 'lead',
    table: 'searchLead',
    sql: dirtyRows(
      'lead',
      '0 AS closed, r.personName AS other, r.mobile AS code1, r.phone AS code2, r.email AS code3, r.wechat AS code4',
      '',
      unlessRemoved("coalesce(nullif(r.company, ''), r.personName)"),
    ),
  },
  // Nobody deletes a member; who has left is no longer active.
  { entity: 'member', table: null, sql: dirtyRows('member', `0 AS closed, ${NO_CODES}`, '', 'r.name') },
  ...(['competitor', 'productLine'] as const).map((entity) => ({
    entity,
    table: null,
    sql: dirtyRows(entity, `0 AS closed, ${NO_CODES}`),
  })),
];

function reindex(db: WriteDb, { entity, table }: Source, rows: readonly DirtyRow[]): void {
  for (const { docId } of rows) {
    if (docId === null) continue;
    if (table !== null) db.run(`DELETE FROM ${table} WHERE rowid = ?`, docId);
    db.run('DELETE FROM searchDoc WHERE entity = ? AND docId = ?', entity, docId);
  }
  let docId = nextDoc(db, entity, rows[0]?.closed === 1);
  for (const row of rows) {
    if (row.title === null) continue;
    const record = recordOf(entity, row);
    if (table !== null)
      db.run(`INSERT INTO ${table}(rowid, tokens) VALUES (?, ?)`, docId, searchTokens(record).join(' '));
    db.run(
      'INSERT INTO searchDoc(docId, entity, entityId, fold, sortKey) VALUES (?, ?, ?, ?, ?)',
      docId,
      entity,
      row.entityId,
      foldName(row.title),
      sortKey(row.title, record.isPerson || (entity === 'lead' && row.title === row.other)),
    );
    docId += 1;
  }
  for (const row of rows) db.run('DELETE FROM searchDirty WHERE entity = ? AND entityId = ?', entity, row.entityId);
}

function recordOf(entity: Source['entity'], row: DirtyRow): SearchableRecord {
  return {
    title: row.title ?? '',
    isPerson: entity === 'contact' || entity === 'member',
    otherNames: row.other === '' ? [] : [row.other],
    codes: [row.code1, row.code2, row.code3, row.code4].filter((code) => code !== ''),
  };
}

function nextDoc(db: WriteDb, entity: string, closed: boolean): number {
  const [from, to] = closed ? [FIRST_CLOSED_DOC, Number.MAX_SAFE_INTEGER] : [1, FIRST_CLOSED_DOC];
  const last = db.get<{ docId: number | null }>(
    'SELECT max(docId) AS docId FROM searchDoc WHERE entity = ? AND docId >= ? AND docId < ?',
    entity,
    from,
    to,
  );
  return (last?.docId ?? from - 1) + 1;
}

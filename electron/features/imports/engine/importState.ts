import { findExternalRef, type NamedKind } from '#db/queries/imports/knownNames.ts';
import { lastWriters } from '#db/queries/imports/lastWriters.ts';
import type { ReadDb } from '#db/handles.ts';
import {
  type ImportRow,
  type ImportSink,
  type ImportTable,
  storedRow,
} from '#db/repositories/imports/importRecords.ts';
import { atomicGroups } from '#db/schema/schema.ts';
import type { ImportEntity, ImportPlan } from '#shared/contract/import.contract.ts';
import { compareFields, mergeCustom } from '#shared/domain/imports/compareFields.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import type { WallClock } from '#shared/domain/imports/wallClock.ts';
import { type AliasDecision, RecordNames } from './recordNames.ts';
import { externalKey, externalRefId, stableId } from './stableId.ts';
import type { ReadRow } from './rowReader.ts';
import type { StageTarget } from './stageTarget.ts';
import type { RowPlace, Tally } from './tally.ts';

/** Change transactions of imports begin with this; other writers are persons. */
export const IMPORT_LABEL = 'import.';

/** What an import works with from first to last row. */
export interface ImportStateDeps {
  readonly db: ReadDb;
  readonly sink: ImportSink;
  readonly plan: ImportPlan;
  readonly target: StageTarget | null;
  readonly tally: Tally;
  readonly clock: WallClock;
  readonly newId: () => string;
  readonly now: number;
  readonly timeZone: string;
  readonly actorId: string;
}

/** A deal that this run has met. */
export interface MetDeal {
  readonly id: string;
  readonly currency: string;
  readonly accountId: string | null;
  /** The row as written, while a second file of the same import may add to it. */
  readonly row: ImportRow | null;
  readonly by: 'opportunity' | 'stageHistory';
}

/** One row that makes or changes one record. */
export interface Upsert {
  readonly entity: ImportEntity;
  readonly table: ImportTable;
  /** Key at the source: `id:…` or `name:…`. */
  readonly key: string;
  /** A record that is meant although the source's key is new here. */
  readonly matchedId: string | undefined;
  readonly place: RowPlace;
  readonly title: string;
  /** Columns that the file speaks of. */
  readonly proposed: ImportRow;
  readonly custom: Readonly<Record<string, string>>;
  /** Columns of a new record that the file does not speak of. */
  readonly defaults: ImportRow;
}

/** What became of an upsert; `id` null when the record lies in the trash. */
export interface Upserted {
  readonly id: string | null;
  readonly outcome: 'create' | 'update' | 'skip' | 'conflict';
}

/** A row of the file and what became of it, kept for the references that are joined at the end. */
export interface JoinedRow {
  readonly entity: ImportEntity;
  readonly table: ImportTable;
  readonly id: string;
  readonly outcome: Upserted['outcome'];
  readonly place: RowPlace;
  readonly title: string;
}

/** Everything one import knows and counts while it goes through the files. */
export class ImportState {
  readonly deps: ImportStateDeps;
  readonly deals = new Map<string, MetDeal>();
  /** Contacts of this run by mail address and by name at an account; a dry run cannot find them in the workspace. */
  readonly contacts = new Map<string, string>();
  /** Keys of rows met, per kind, to notice repetitions. */
  private readonly met = new Set<string>();
  private readonly prices = new Map<string, { readonly priceMinor: number; readonly currency: string } | null>();
  private readonly names = new Map<NamedKind, RecordNames>();
  /** Ids of parts (history rows, lines, spellings) that this run wrote. */
  private readonly fresh = new Set<string>();
  /** Ids of records that this run made: a dry run cannot find them in the workspace. */
  private readonly made = new Set<string>();

  private readonly otherFilesNameDeals: boolean;
  private readonly historyComesWithDeals: boolean;

  constructor(deps: ImportStateDeps) {
    this.deps = deps;
    const kinds = new Set(deps.plan.files.map(({ entity }) => entity));
    this.historyComesWithDeals = kinds.has('stageHistory') && kinds.has('opportunity');
    this.otherFilesNameDeals = this.historyComesWithDeals || kinds.has('opportunityLine') || kinds.has('activity');
  }

  /** Keeps a deal for the other files of this import; a million deals that nobody asks for again are not kept. */
  meetDeal(key: string, deal: MetDeal): void {
    if (this.otherFilesNameDeals) this.deals.set(key, this.historyComesWithDeals ? deal : { ...deal, row: null });
  }

  /** The names of one kind, loaded at first use. */
  namesOf(kind: NamedKind): RecordNames {
    let names = this.names.get(kind);
    if (!names) {
      names = new RecordNames(this.deps.db, kind, this.deps.plan.source, this.decisionsOf(kind));
      this.names.set(kind, names);
    }
    return names;
  }

  /** Every kind whose names were needed, with its suggestions. */
  suggestions() {
    return [...this.names].flatMap(([entity, names]) =>
      entity === 'team' || entity === 'productLine'
        ? []
        : [...names.suggestions.values()].map((suggestion) => ({ entity: entity as ImportEntity, ...suggestion })),
    );
  }

  /** True when this key was met before in this run; remembers it. */
  isRepeated(entity: ImportEntity, key: string): boolean {
    const mark = `${entity} ${key}`;
    if (this.met.has(mark)) return true;
    this.met.add(mark);
    return false;
  }

  /** The record that a key of this source stands for since an earlier import. */
  findByKey(entity: ImportEntity, key: string): string | undefined {
    return findExternalRef(this.deps.db, externalRefId(this.deps.plan.source, entity, key));
  }

  /** `id:` key of an id at the source. */
  idKey(id: string | number): string {
    return `id:${externalKey(this.deps.plan.source, String(id))}`;
  }

  /** Ties a source's key to a record. */
  remember(entity: string, key: string, entityId: string): void {
    const { plan, now, sink } = this.deps;
    const id = externalRefId(plan.source, entity, key);
    sink.insert('externalRef', {
      id,
      source: plan.source,
      entity,
      externalId: key.slice(key.indexOf(':') + 1),
      entityId,
      createdAt: now,
    });
  }

  /** Keeps an accepted spelling, so that it matches at once next time. */
  rememberAlias(kind: NamedKind, spelling: string, entityId: string): void {
    const id = stableId('alias', kind, foldName(spelling), entityId);
    if (this.fresh.has(id) || storedRow(this.deps.db, 'alias', id)) return;
    this.fresh.add(id);
    this.deps.sink.insert('alias', { id, entity: kind, spelling, entityId, createdAt: this.deps.now });
  }

  /**
   * Adds a part of a record unless this run or an earlier one did; its id must be made from what the row says. Parts of a
   * record that this run made (`isNew`) need not be looked for in the workspace.
   */
  insertOnce(table: ImportTable, row: ImportRow & { readonly id: string }, isNew = false): boolean {
    if (this.fresh.has(row.id) || (!isNew && storedRow(this.deps.db, table, row.id))) return false;
    if (this.otherFilesNameDeals || !isNew) this.fresh.add(row.id);
    this.deps.sink.insert(table, row);
    return true;
  }

  /** Whether this run wrote a part (a line, a history row). */
  isFresh(id: string): boolean {
    return this.fresh.has(id);
  }

  /** Notes the list price of a product of this run; others are looked up. */
  notePrice(productId: string, priceMinor: number, currency: string): void {
    this.prices.set(productId, { priceMinor, currency });
  }

  /** The list price of a product, undefined when none is known. */
  listPrice(productId: string): { readonly priceMinor: number; readonly currency: string } | undefined {
    const known = this.prices.get(productId);
    if (known !== undefined || this.made.has(productId)) return known ?? undefined;
    const row = storedRow(this.deps.db, 'product', productId);
    const price =
      typeof row?.priceMinor === 'number' ? { priceMinor: row.priceMinor, currency: String(row.currency) } : null;
    this.prices.set(productId, price);
    return price ?? undefined;
  }

  /** A row about a deal whose history came in with the same import: its fields are added, its path stays. */
  completeDeal(deal: MetDeal, columns: ImportRow, row: ReadRow, name: string): void {
    const { sink, db, tally } = this.deps;
    if (deal.row) {
      const custom = mergeCustom(String(deal.row.custom), row.custom);
      sink.update('opportunity', deal.id, { ...columns, custom, name });
      tally.row('opportunity', 'update', row.place, name);
      return;
    }
    const stored = storedRow(db, 'opportunity', deal.id);
    if (!stored || stored.removedAt) return;
    const compared = this.compare('opportunity', stored, {
      ...columns,
      custom: mergeCustom(String(stored.custom), row.custom),
    });
    if (Object.keys(compared.patch).length > 0) sink.update('opportunity', deal.id, compared.patch);
    tally.row('opportunity', outcomeOf(compared), row.place, name, compared.differences);
  }

  /** Makes the record, or takes over what the file has differently and no person wrote. Counts the row. */
  upsert(given: Upsert): Upserted {
    const { tally, sink, db, newId } = this.deps;
    const byKey = this.findByKey(given.entity, given.key);
    const current = byKey === undefined ? undefined : storedRow(db, given.table, byKey);
    const id = current ? byKey : given.matchedId;
    if (id !== undefined && this.made.has(id)) return this.complete(given, id, byKey === undefined);
    const row = current ?? (id === undefined ? undefined : storedRow(db, given.table, id));
    if (id === undefined || !row) {
      const made = newId();
      const custom = mergeCustom('{}', given.custom);
      sink.insert(given.table, {
        ...given.defaults,
        ...given.proposed,
        ...(this.keepsCustom(given.table) && { custom }),
        id: made,
      });
      this.markMade(made);
      this.remember(given.entity, given.key, made);
      tally.row(given.entity, 'create', given.place, given.title);
      return { id: made, outcome: 'create' };
    }
    if (row.removedAt) {
      tally.note('inTrash');
      tally.row(given.entity, 'skip', given.place, given.title);
      return { id: null, outcome: 'skip' };
    }
    if (byKey === undefined) this.remember(given.entity, given.key, id);
    const compared = this.compare(given.table, row, this.withCustom(given, row));
    const outcome = outcomeOf(compared);
    if (Object.keys(compared.patch).length > 0) sink.update(given.table, id, compared.patch);
    tally.row(given.entity, outcome, given.place, given.title, compared.differences);
    return { id, outcome };
  }

  /** Tells that this run made a record. */
  markMade(id: string): void {
    this.made.add(id);
  }

  /** A row about a record that another row of this run made by mentioning it. */
  private complete(given: Upsert, id: string, isNewKey: boolean): Upserted {
    const custom = mergeCustom('{}', given.custom);
    if (isNewKey) this.remember(given.entity, given.key, id);
    this.deps.sink.update(given.table, id, { ...given.proposed, ...(this.keepsCustom(given.table) && { custom }) });
    this.deps.tally.row(given.entity, 'update', given.place, given.title);
    return { id, outcome: 'update' };
  }

  /** Sets a reference that could only be resolved after all rows were read; a person's choice stays, counts are corrected. */
  joinLater(row: JoinedRow, patch: ImportRow): void {
    const { db, sink, tally } = this.deps;
    const stored = this.made.has(row.id) ? undefined : storedRow(db, row.table, row.id);
    if (!stored) {
      sink.update(row.table, row.id, patch);
      return;
    }
    const compared = this.compare(row.table, stored, patch);
    if (Object.keys(compared.patch).length > 0) sink.update(row.table, row.id, compared.patch);
    const outcome = outcomeOf(compared);
    if (row.outcome === 'skip' && outcome !== 'skip')
      tally.correct(row.entity, outcome, row.place, row.title, compared.differences);
  }

  /** Holds a file's values against a stored row, asking the change log who wrote what differs. */
  compare(table: ImportTable, row: ImportRow, proposed: ImportRow) {
    let writers: ReturnType<typeof lastWriters> | undefined;
    const isPersons = (field: string): boolean => {
      writers ??= lastWriters(this.deps.db, table, String(row.id));
      const label = writers.changed.get(field);
      if (label !== undefined) return !label?.startsWith(IMPORT_LABEL);
      // The value the row was made with: a person's, unless the field was simply left empty.
      const empty = row[field] === null || row[field] === '' || row[field] === '{}';
      return !empty && !writers.made?.startsWith(IMPORT_LABEL);
    };
    const groups = table in atomicGroups ? (atomicGroups[table as keyof typeof atomicGroups] ?? []) : [];
    return compareFields(row, proposed, isPersons, groups);
  }

  private withCustom(given: Upsert, row: ImportRow): ImportRow {
    if (!this.keepsCustom(given.table)) return given.proposed;
    return { ...given.proposed, custom: mergeCustom(String(row.custom), given.custom) };
  }

  private keepsCustom(table: ImportTable): boolean {
    return table !== 'activity' && table !== 'team';
  }

  private decisionsOf(kind: NamedKind): ReadonlyMap<string, AliasDecision> {
    return new Map(
      this.deps.plan.aliases
        .filter(({ entity }) => entity === kind)
        .map(({ spelling, meansText, accepted }) => [foldName(spelling), { meansText, accepted }]),
    );
  }
}

/** What a comparison makes of a row: a kept value of a person is a conflict even when other values go in. */
export function outcomeOf(compared: ReturnType<typeof compareFields>): 'update' | 'skip' | 'conflict' {
  if (compared.differences.some(({ kept }) => kept)) return 'conflict';
  return Object.keys(compared.patch).length > 0 ? 'update' : 'skip';
}

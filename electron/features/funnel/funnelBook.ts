import { dataVersion } from '#db/queries/dataVersion.ts';
import {
  funnelChanges,
  type FunnelDealRow,
  funnelDeals,
  type ProcessStage,
  processStages,
} from '#db/queries/funnel/funnelDeals.ts';
import type { ReadDb } from '#db/handles.ts';
import type { OpportunityStatus, StageClass } from '#shared/contract/primitives.ts';
import { dealJourney } from '#shared/domain/funnel/dealJourney.ts';
import type { FunnelCase } from '#shared/domain/funnel/funnelCase.ts';
import { type MappedStages, mapStages } from '#shared/domain/funnel/mapStages.ts';
import { orderEntries } from '#shared/domain/funnel/orderEntries.ts';
import { StageHistory } from './stageHistory.ts';
import { touchedDeals } from './touchedDeals.ts';

type Way = Pick<FunnelCase, 'deal' | 'journey'>;

/** Processes that are held at a time; one of 50,000 deals takes some 70 MB. */
const HELD = 2;

/**
 * The deals of a process with their stage history, held between two questions: another owner or another window then
 * costs counting only, and after a change only the deals that it touched are read again.
 */
export class FunnelBook {
  readonly stages: MappedStages;
  readonly #processId: string;
  readonly #deals: (FunnelDealRow | null)[] = [];
  readonly #history = new StageHistory();
  readonly #ways: (Way | null)[] = [];
  readonly #numberOf = new Map<number, number>();
  readonly #rowOf = new Map<string, number>();
  #version: string;
  #seq: number;

  private constructor(db: ReadDb, processId: string, stages: readonly ProcessStage[]) {
    this.#processId = processId;
    this.stages = mapStages(stages.map(toStage));
    const { version, seq } = dataVersion(db);
    this.#version = version;
    this.#seq = seq;
    this.#read(db);
  }

  /** The book of a process as it is now, held or read; null when there is no such process. */
  static open(db: ReadDb, processId: string): FunnelBook | null {
    let books = held.get(db);
    if (!books) held.set(db, (books = new Map()));
    let book = books.get(processId);
    books.delete(processId);
    if (!book || !book.#isCurrent(db)) {
      const stages = processStages(db, processId);
      if (stages.length === 0) return null;
      book = new FunnelBook(db, processId, stages);
    }
    books.set(processId, book);
    for (const oldest of books.keys()) if (books.size > HELD) books.delete(oldest);
    return book;
  }

  /** Numbers of the deals of these owners, or of all. */
  *dealsOf(ownerIds: readonly string[] | undefined): Generator<number> {
    const owners = ownerIds && ownerIds.length > 0 ? new Set<string | null>(ownerIds) : null;
    for (const [number, deal] of this.#deals.entries()) {
      if (deal && (owners === null || owners.has(deal.ownerId))) yield number;
    }
  }

  /** The deal with this number and its way through the funnel; null for one that is no longer in the process. */
  caseOf(number: number, currency: string): FunnelCase | null {
    const row = this.#deals[number];
    if (!row) return null;
    const { deal, journey } = (this.#ways[number] ??= this.#wayOf(number, row));
    return { deal, journey, amountMinor: row.currency === currency ? row.amountMinor : null };
  }

  #wayOf(number: number, row: FunnelDealRow): Way {
    const entries = orderEntries(this.#history.of(number));
    const { id, closedAt } = row;
    const status = row.status as OpportunityStatus;
    const journey = dealJourney({ id, status, closedAt, entries }, this.stages.open.length);
    return { deal: { id, status }, journey };
  }

  /** First and last instant of the history of these deals. */
  span(numbers: Iterable<number>): { readonly from: number; readonly to: number } | null {
    return this.#history.span(numbers);
  }

  /** Follows what happened since; false when that is too much or not told deal by deal. */
  #isCurrent(db: ReadDb): boolean {
    const { version, seq } = dataVersion(db);
    if (version === this.#version) return true;
    // Nothing in the log, and yet something was written: whoever did that does not say what.
    const touched = seq > this.#seq ? touchedDeals(db, this.#seq) : null;
    if (touched === null) return false;
    this.#version = version;
    this.#seq = seq;
    for (const id of touched) this.#forget(id);
    if (touched.size > 0) this.#read(db, [...touched]);
    return true;
  }

  #forget(id: string): void {
    const number = this.#numberOf.get(this.#rowOf.get(id) ?? Number.NaN);
    if (number === undefined) return;
    this.#deals[number] = null;
    this.#ways[number] = null;
    this.#history.forget(number);
  }

  #read(db: ReadDb, ids?: readonly string[]): void {
    for (const deal of funnelDeals(db, this.#processId, ids)) {
      let number = this.#numberOf.get(deal.row);
      if (number === undefined) this.#numberOf.set(deal.row, (number = this.#deals.length));
      this.#rowOf.set(deal.id, deal.row);
      this.#deals[number] = deal;
    }
    for (const { row, at, stage, origin, migrated } of funnelChanges(db, this.#processId, this.stages.indexOf, ids)) {
      const number = this.#numberOf.get(row);
      if (number === undefined || stage === null) continue;
      this.#history.add(number, { at, stage, from: origin, migrated: migrated === 1 });
    }
  }
}

/** Per connection, so that a book ends with the workspace that it was read from. */
const held = new WeakMap<ReadDb, Map<string, FunnelBook>>();

const toStage = ({ stageClass, isCurrent, ...stage }: ProcessStage) => ({
  ...stage,
  stageClass: stageClass as StageClass,
  isCurrent: isCurrent === 1,
});

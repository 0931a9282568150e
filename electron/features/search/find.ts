import type { ReadDb } from '#db/handles.ts';
import { dealsOfAccounts } from '#db/queries/search/dealsOfAccounts.ts';
import { findMatches, type SearchEntity } from '#db/queries/search/findMatches.ts';
import { hitsById, searchHits, type HitRow } from '#db/queries/search/searchHits.ts';
import type { searchContract } from '#shared/contract/search.contract.ts';
import { matchTier, searchExpression, searchWords } from '#shared/domain/search/searchWords.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';

/** Records of one kind that are looked at before the best are chosen. */
const CANDIDATES = 150;
/** Accounts whose deals fill up what the names alone did not find. */
const ACCOUNTS_WITH_DEALS = 5;

interface Ranked {
  readonly entity: SearchEntity;
  readonly row: HitRow;
  /** Lower is better. */
  readonly tier: number;
}

/**
 * Deals, accounts, contacts and leads by 汉字, pinyin, initials, number or id. Better matches first, open deals before closed
 * ones among equals; every kind that has matches gets a place, so that a thousand deals never hide the account.
 */
export const find: Handler<typeof searchContract.find> = ({ db }, input) => {
  const ranked = [...byId(db, input.text.trim()), ...byWords(db, searchWords(input.text), input.limit)];
  const chosen = choose(ranked, input.limit);
  return ok({ hits: chosen.map(({ entity, row: { id, title, subtitle } }) => ({ entity, id, title, subtitle })) });
};

const kinds: readonly SearchEntity[] = ['opportunity', 'account', 'contact', 'lead'];

function byId(db: ReadDb, text: string): Ranked[] {
  if (text === '') return [];
  return hitsById(db, text).flatMap(({ entity, id }) =>
    searchHits(db, entity, [id]).map((row) => ({ entity, row, tier: -1 })),
  );
}

function byWords(db: ReadDb, words: readonly string[], limit: number): Ranked[] {
  const anchored = searchExpression(words, true);
  const anywhere = searchExpression(words, false);
  if (anchored === null || anywhere === null) return [];
  const found = kinds.flatMap((entity) => {
    const first = findMatches(db, entity, anchored, CANDIDATES);
    const rest = first.length < CANDIDATES ? findMatches(db, entity, anywhere, CANDIDATES) : [];
    const beginning = new Set(first);
    return searchHits(db, entity, [...new Set([...first, ...rest])]).map((row) => ({
      entity,
      row,
      tier: matchTier(row.title, words, beginning.has(row.id)),
    }));
  });
  return found.length < limit ? [...found, ...dealsOf(db, found, limit)] : found;
}

/** Somebody who types a customer's name may mean the deal with that customer. */
function dealsOf(db: ReadDb, found: readonly Ranked[], limit: number): Ranked[] {
  const accounts = found.filter(({ entity }) => entity === 'account').slice(0, ACCOUNTS_WITH_DEALS);
  if (accounts.length === 0) return [];
  const ids = dealsOfAccounts(
    db,
    accounts.map(({ row }) => row.id),
    limit,
  );
  return searchHits(db, 'opportunity', ids).map((row) => ({ entity: 'opportunity', row, tier: 4 }));
}

function choose(ranked: readonly Ranked[], limit: number): Ranked[] {
  const seen = new Set<string>();
  const sorted = ranked
    .toSorted(compare)
    .filter(({ entity, row }) => !seen.has(`${entity} ${row.id}`) && seen.add(`${entity} ${row.id}`));
  const share = Math.max(1, Math.floor(limit / 4));
  const sure = kinds.flatMap((kind) => sorted.filter(({ entity }) => entity === kind).slice(0, share));
  const rest = sorted.filter((hit) => !sure.includes(hit));
  return [...sure.toSorted(compare).slice(0, limit), ...rest].slice(0, limit).toSorted(compare);
}

function compare(a: Ranked, b: Ranked): number {
  return (
    a.tier - b.tier ||
    a.row.closed - b.row.closed ||
    kinds.indexOf(a.entity) - kinds.indexOf(b.entity) ||
    a.row.title.length - b.row.title.length ||
    (a.row.id < b.row.id ? -1 : Number(a.row.id > b.row.id))
  );
}

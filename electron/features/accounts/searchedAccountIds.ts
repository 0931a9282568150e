import { findMatches } from '#db/queries/search/findMatches.ts';
import type { ReadDb } from '#db/handles.ts';
import { searchExpression, searchWords } from '#shared/domain/search/searchWords.ts';

/** More hits than any workspace has accounts. */
const EVERY_HIT = 1_000_000;

/** JSON array of the ids that the search index finds for a text, or null when nothing was typed. */
export function searchedAccountIds(db: ReadDb, text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  const expression = searchExpression(searchWords(text), false);
  // Something was typed, but nothing that could be found, such as a single dash.
  return JSON.stringify(expression === null ? [] : findMatches(db, 'account', expression, EVERY_HIT));
}

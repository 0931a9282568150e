import { recentAccountIds } from '#db/queries/account/accountSuggestions.ts';
import { accountByFold, findMatches } from '#db/queries/search/findMatches.ts';
import type { ReadDb } from '#db/handles.ts';
import { foldName } from '#shared/domain/search/foldText.ts';
import { searchExpression, searchWords } from '#shared/domain/search/searchWords.ts';

/**
 * Ids of accounts that answer what was typed, in 汉字, pinyin or initials: the one of exactly this name, then names that begin
 * so, then the rest. With nothing typed, the accounts of the newest deals.
 */
export function suggestAccountIds(db: ReadDb, text: string, limit: number): string[] {
  if (text.trim() === '') return recentAccountIds(db, limit);
  const words = searchWords(text);
  const exact = accountByFold(db, foldName(text));
  const found = [true, false].flatMap((anchored) => {
    const expression = searchExpression(words, anchored);
    return expression === null ? [] : findMatches(db, 'account', expression, limit);
  });
  return [...new Set([...(exact ? [exact.id] : []), ...found])].slice(0, limit);
}

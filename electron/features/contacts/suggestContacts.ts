import { contactsAtAccount, suggestedContacts } from '#db/queries/contact/contactRows.ts';
import { findMatches } from '#db/queries/search/findMatches.ts';
import type { contactContract } from '#shared/contract/account.contract.ts';
import { searchExpression, searchWords } from '#shared/domain/search/searchWords.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';

/** Hits looked at before those of one account are picked out. */
const LOOKED_AT = 2000;

/**
 * People for a picker: those of the given account first, who answer what was typed in 汉字, pinyin or initials, by name or
 * number. With nothing typed, everybody at the account; without account, nobody.
 */
export const suggestContacts: Handler<(typeof contactContract)['suggest']> = ({ db }, { text, accountId, limit }) => {
  const colleagues = accountId === null ? [] : contactsAtAccount(db, accountId);
  if (text.trim() === '') return ok(colleagues.slice(0, limit));
  const words = searchWords(text);
  const found = [true, false].flatMap((anchored) => {
    const expression = searchExpression(words, anchored);
    return expression === null ? [] : findMatches(db, 'contact', expression, LOOKED_AT);
  });
  const ids = [...new Set(found)];
  const here = new Set(colleagues.map((colleague) => colleague.id));
  const ordered = [...ids.filter((id) => here.has(id)), ...ids.filter((id) => !here.has(id))];
  return ok(suggestedContacts(db, ordered.slice(0, limit)));
};

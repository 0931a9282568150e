import { accountsOfContacts, openDealsOf } from '#db/queries/lead/conversionRows.ts';
import { duplicatesShown } from '#db/queries/duplicates/duplicateMatches.ts';
import { processRows } from '#db/queries/pipeline/processes.ts';
import { getRow } from '#db/rows.ts';
import { lead } from '#db/schema/account.ts';
import type { ReadDb } from '#db/handles.ts';
import type { DuplicateMatch } from '#shared/contract/duplicate.contract.ts';
import type { LeadFields, leadContract } from '#shared/contract/lead.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { findDuplicates } from '../duplicates/findDuplicates.ts';
import { leadFieldsOf } from './leadPage.ts';
import { knownStatus } from './listLeads.ts';
import { recognisable } from './saveLead.ts';

const MOST_MATCHES = 20;
const MOST_DEALS = 20;
/** A deal is called by what it is about; the first line of the need says so. */
const NAME_LENGTH = 40;

/** What converting a lead would be made of. */
export const conversionOfLead: Handler<typeof leadContract.conversion> = ({ db }, { id }) => {
  const row = getRow(db, lead, id);
  if (!row || row.removedAt !== null) return err({ type: 'notFound', entity: 'lead', id });
  const fields = leadFieldsOf(row);
  const matches = findDuplicates(db, 'lead', recognisable(fields), { exceptId: id, limit: MOST_MATCHES });
  const contacts = withAccounts(db, matches);
  const accounts = accountsAmong(db, matches, contacts);
  return ok({
    status: knownStatus(row.status),
    fields,
    accounts,
    contacts,
    deals: openDealsOf(
      db,
      accounts.map((account) => account.id),
      MOST_DEALS,
    ),
    processes: processRows(db)
      .filter((process) => process.versionId !== null)
      .map((process) => ({ id: process.id, name: process.name })),
    dealName: dealName(fields),
  });
};

function withAccounts(db: ReadDb, matches: readonly DuplicateMatch[]) {
  const people = matches.filter((match) => match.entity === 'contact');
  const accountOf = accountsOfContacts(
    db,
    people.map((person) => person.id),
  );
  return people.map((person) => ({ ...person, accountId: accountOf.get(person.id) ?? null }));
}

/** Accounts that match themselves, and those where a known person works. */
function accountsAmong(
  db: ReadDb,
  matches: readonly DuplicateMatch[],
  contacts: readonly (DuplicateMatch & { accountId: string | null })[],
): DuplicateMatch[] {
  const direct = matches.filter((match) => match.entity === 'account');
  const known = new Set(direct.map((match) => match.id));
  const through = contacts.flatMap((person) =>
    person.accountId === null || known.has(person.accountId) ? [] : [{ person, accountId: person.accountId }],
  );
  const shown = duplicatesShown(db, 'account', [...new Set(through.map(({ accountId }) => accountId))]);
  const indirect = shown.map(({ creditCode: _creditCode, ...account }): DuplicateMatch => {
    const person = through.find(({ accountId }) => accountId === account.id)?.person;
    return {
      entity: 'account',
      ...account,
      strength: person?.strength ?? 0,
      level: person?.level ?? 'possible',
      kinds: person?.kinds ?? [],
    };
  });
  return [...direct, ...indirect].toSorted((a, b) => b.strength - a.strength);
}

function dealName({ need, company, personName }: LeadFields): string {
  const line = need.split(/[\r\n。；;]/u)[0]?.trim() ?? '';
  const about = Array.from(line).slice(0, NAME_LENGTH).join('');
  return about === '' ? company || personName : about;
}

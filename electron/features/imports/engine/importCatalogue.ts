import { storedRow } from '#db/repositories/imports/importRecords.ts';
import { findContact } from '#db/queries/imports/knownNames.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import type { ImportState, JoinedRow } from './importState.ts';
import { contactNameKey, resolveReference } from './references.ts';
import { defined, keyOf, repeated, type RowSource } from './rowSource.ts';

/** Products with their lines and list prices. */
export function importProducts(state: ImportState, source: RowSource): void {
  const { now, plan } = state.deps;
  for (const row of source.rows()) {
    const { values } = row;
    if (values.name === undefined) {
      source.refuse(row, 'name');
      continue;
    }
    const name = String(values.name);
    const key = keyOf(state, values.externalId, foldName(name));
    if (repeated(state, 'product', key, row)) continue;
    const priced =
      values.price === undefined ? {} : { priceMinor: values.price, currency: values.currency ?? plan.currency };
    const { id } = state.upsert({
      entity: 'product',
      table: 'product',
      key,
      matchedId: state.namesOf('product').exact(name),
      place: row.place,
      title: name,
      proposed: defined({
        name,
        code: values.code,
        unit: values.unit,
        productLineId: resolveReference(state, 'productLine', values.productLine) ?? undefined,
        ...priced,
      }),
      custom: row.custom,
      defaults: { createdAt: now, currency: plan.currency },
    });
    if (id === null) continue;
    state.namesOf('product').add(id, name, true);
    if (values.price !== undefined) state.notePrice(id, Number(values.price), String(values.currency ?? plan.currency));
  }
}

const ACCOUNT_TEXT = [
  'shortName',
  'creditCode',
  'industry',
  'grade',
  'tier',
  'ownership',
  'region',
  'city',
  'address',
  'website',
  'phone',
  'source',
  'note',
  'employees',
  'foundedYear',
] as const;

/** Accounts; a parent may stand below its subsidiaries, so parents are joined at the end. */
export function importAccounts(state: ImportState, source: RowSource): void {
  const { now, plan } = state.deps;
  const children: { row: JoinedRow; parent: string }[] = [];
  for (const row of source.rows()) {
    const { values } = row;
    if (values.name === undefined) {
      source.refuse(row, 'name');
      continue;
    }
    const name = String(values.name);
    const key = keyOf(state, values.externalId, foldName(name));
    if (repeated(state, 'account', key, row)) continue;
    const { id, outcome } = state.upsert({
      entity: 'account',
      table: 'account',
      key,
      matchedId: state.namesOf('account').exact(name),
      place: row.place,
      title: name,
      proposed: defined({
        name,
        ...Object.fromEntries(ACCOUNT_TEXT.map((field) => [field, values[field]])),
        annualRevenueMinor: values.annualRevenue,
        ownerId: resolveReference(state, 'member', values.owner) ?? undefined,
        createdAt: values.createdAt,
      }),
      custom: row.custom,
      defaults: { createdAt: now, source: plan.source },
    });
    if (id === null) continue;
    state.namesOf('account').add(id, name, true);
    if (values.parent === undefined) continue;
    const joined: JoinedRow = { entity: 'account', table: 'account', id, outcome, place: row.place, title: name };
    children.push({ row: joined, parent: String(values.parent) });
  }
  joinParents(state, source, children);
}

function joinParents(
  state: ImportState,
  source: RowSource,
  children: readonly { row: JoinedRow; parent: string }[],
): void {
  const { db, tally } = state.deps;
  const parents = new Map<string, string>();
  for (const { row, parent } of children) {
    const parentId = resolveReference(state, 'account', parent);
    if (parentId === null) continue;
    if (leadsTo(parents, parentId, row.id, (known) => String(storedRow(db, 'account', known)?.parentId ?? ''))) {
      const column = source.reader.headerOf('parent');
      tally.problem({ ...row.place, column, value: parent, code: 'ownParent', severity: 'warning' });
      continue;
    }
    parents.set(row.id, parentId);
    state.joinLater(row, { parentId });
  }
}

/** Whether going up from one account comes to another: then the other cannot become its child. */
function leadsTo(
  parents: ReadonlyMap<string, string>,
  from: string,
  to: string,
  stored: (id: string) => string,
): boolean {
  let current = from;
  for (let steps = 0; steps < 50 && current !== ''; steps++) {
    if (current === to) return true;
    current = parents.get(current) ?? stored(current);
  }
  return false;
}

/** Contacts, matched by id, mail address, or name at the same account. */
export function importContacts(state: ImportState, source: RowSource): void {
  const { db, now } = state.deps;
  const reporting: { row: JoinedRow; boss: string }[] = [];
  const byName = new Map<string, string>();
  const here = state.contacts;
  for (const row of source.rows()) {
    const { values } = row;
    const name = contactName(values);
    if (name === '') {
      source.refuse(row, 'name');
      continue;
    }
    const accountId = resolveReference(state, 'account', values.account);
    const email = String(values.email ?? '');
    const key = keyOf(state, values.externalId, email === '' ? contactNameKey(name, accountId) : email.toLowerCase());
    if (repeated(state, 'contact', key, row)) continue;
    const mailKey = email === '' ? '-' : `mail ${email.toLowerCase()}`;
    const nameKey = contactNameKey(name, accountId);
    const { account: _account, lastName: _last, firstName: _first, externalId: _id, reportsTo, ...fields } = values;
    const { id, outcome } = state.upsert({
      entity: 'contact',
      table: 'contact',
      key,
      matchedId: here.get(mailKey) ?? here.get(nameKey) ?? findContact(db, email, name, accountId),
      place: row.place,
      title: name,
      proposed: defined({ ...fields, name, accountId: accountId ?? undefined }),
      custom: row.custom,
      defaults: { createdAt: now },
    });
    if (id === null) continue;
    if (mailKey !== '-') here.set(mailKey, id);
    here.set(nameKey, id);
    byName.set(foldName(name), id);
    if (reportsTo === undefined) continue;
    const joined: JoinedRow = { entity: 'contact', table: 'contact', id, outcome, place: row.place, title: name };
    reporting.push({ row: joined, boss: foldName(String(reportsTo)) });
  }
  for (const { row, boss } of reporting) {
    const reportsToId = byName.get(boss);
    if (reportsToId !== undefined && reportsToId !== row.id) state.joinLater(row, { reportsToId });
  }
}

/** Chinese names are written last name first and without a space. */
function contactName(values: Readonly<Record<string, string | number>>): string {
  if (values.name !== undefined) return String(values.name);
  const [last, first] = [String(values.lastName ?? ''), String(values.firstName ?? '')];
  return /\p{Script=Han}/u.test(last + first) ? last + first : `${first} ${last}`.trim();
}

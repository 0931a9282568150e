import { findContact, type NamedKind } from '#db/queries/imports/knownNames.ts';
import type { ImportTable } from '#db/repositories/imports/importRecords.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import type { ImportEntity } from '#shared/contract/import.contract.ts';
import type { ImportState } from './importState.ts';

const COUNTED: Partial<Record<NamedKind, ImportEntity>> = { account: 'account', product: 'product', member: 'member' };

/**
 * The record that a row refers to by name; an unknown name makes a new record with nothing but that name. Null when the
 * row says nothing.
 */
export function resolveReference(
  state: ImportState,
  kind: NamedKind,
  text: string | number | undefined,
): string | null {
  if (text === undefined) return null;
  const name = String(text);
  const names = state.namesOf(kind);
  const match = names.find(name);
  if (match.type === 'found') return match.id;
  if (match.type === 'alias') {
    state.rememberAlias(kind, name, match.id);
    return match.id;
  }
  return makeNamed(state, kind, name);
}

function makeNamed(state: ImportState, kind: NamedKind, name: string): string {
  const { sink, newId, now, plan, tally } = state.deps;
  const id = newId();
  const table: ImportTable = kind;
  sink.insert(table, {
    id,
    name,
    createdAt: now,
    ...(kind === 'account' && { source: plan.source }),
    ...(kind === 'product' && { currency: plan.currency }),
  });
  state.markMade(id);
  state.namesOf(kind).add(id, name, false);
  state.remember(kind, `name:${foldName(name)}`, id);
  const entity = COUNTED[kind];
  if (entity) tally.implied(entity);
  return id;
}

/** What tells contacts without id and mail address apart: their name at their account. */
export const contactNameKey = (name: string, accountId: string | null): string =>
  `${foldName(name)}\u0001${accountId ?? ''}`;

/** The people whom a deal names, separated by semicolons; unknown ones are made at the deal's account. The first is answered. */
export function resolveContacts(
  state: ImportState,
  text: string | number | undefined,
  accountId: string | null,
): string | null {
  const names = String(text ?? '').split(/[;；]/u);
  const ids = names.flatMap((name) => (name.trim() === '' ? [] : [resolveContact(state, name.trim(), accountId)]));
  return ids[0] ?? null;
}

function resolveContact(state: ImportState, name: string, accountId: string | null): string {
  const { db, sink, newId, now, tally } = state.deps;
  const key = contactNameKey(name, accountId);
  const known =
    state.contacts.get(key) ?? state.findByKey('contact', `name:${key}`) ?? findContact(db, '', name, accountId);
  const id = known ?? newId();
  state.contacts.set(key, id);
  if (known !== undefined) return id;
  sink.insert('contact', { id, name, accountId, createdAt: now });
  state.markMade(id);
  state.remember('contact', `name:${key}`, id);
  tally.implied('contact');
  return id;
}

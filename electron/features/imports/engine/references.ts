import type { NamedKind } from '#db/queries/imports/knownNames.ts';
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

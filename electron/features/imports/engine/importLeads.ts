import { duplicateHits } from '#db/queries/duplicates/duplicateMatches.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import { duplicateProbes } from '#shared/domain/leads/duplicateKeys.ts';
import { heldUntil } from '../../leads/holdingRules.ts';
import type { ImportState } from './importState.ts';
import { resolveReference } from './references.ts';
import { defined, keyOf, repeated, type RowSource } from './rowSource.ts';

type Values = Readonly<Record<string, string | number>>;

/** What belongs to one person: a lead that has it is the same lead. A company alone may have sent two people. */
const ONE_PERSON = new Set(['mobile', 'email', 'wechat', 'person']);

/** Leads, matched by id, number, address, or person within a company; without an owner they go to the pool. */
export function importLeads(state: ImportState, source: RowSource): void {
  const { now } = state.deps;
  for (const row of source.rows()) {
    const { values } = row;
    const company = String(values.company ?? '');
    const person = String(values.personName ?? '');
    if (company === '' && person === '') {
      source.refuse(row, 'company');
      continue;
    }
    const own = String(values.mobile ?? values.email ?? '');
    const key = keyOf(state, values.externalId, own === '' ? foldName(`${company}|${person}`) : own.toLowerCase());
    if (repeated(state, 'lead', key, row)) continue;
    const ownerId = resolveReference(state, 'member', values.owner);
    const { externalId: _id, owner: _owner, budget, createdAt, ...fields } = values;
    state.upsert({
      entity: 'lead',
      table: 'lead',
      key,
      matchedId: knownLead(state, values),
      place: row.place,
      title: company || person,
      proposed: defined({ ...fields, budgetMinor: budget, createdAt }),
      custom: row.custom,
      defaults: {
        createdAt: now,
        ...(ownerId === null
          ? { status: 'pool' }
          : { status: 'new', ownerId, heldSince: now, heldUntil: heldUntil(state.deps.db, state.deps) }),
      },
    });
  }
}

function knownLead({ deps: { db } }: ImportState, values: Values): string | undefined {
  const text = (field: string): string => String(values[field] ?? '');
  const probes = duplicateProbes('lead', {
    company: text('company'),
    person: text('personName'),
    mobile: text('mobile'),
    phone: text('phone'),
    email: text('email'),
    wechat: text('wechat'),
  });
  const own = probes.filter(({ as }) => ONE_PERSON.has(as));
  return duplicateHits(db, own).find((hit) => hit.entity === 'lead')?.id;
}

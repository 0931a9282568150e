import { companyDomain, mailKey, phoneKey } from './contactKeys.ts';
import { foldCompany } from './foldCompany.ts';

/** What kinds of records can be the same one twice. */
export const duplicateEntities = ['lead', 'account', 'contact'] as const;
export type DuplicateEntity = (typeof duplicateEntities)[number];

/** By what two records are recognised as the same. */
export const duplicateKinds = [
  'creditCode',
  'mobile',
  'email',
  'wechat',
  'person',
  'name',
  'short',
  'core',
  'phone',
  'domain',
] as const;
export type DuplicateKind = (typeof duplicateKinds)[number];

/** One way to recognise a record. */
export interface DuplicateKey {
  readonly kind: DuplicateKind;
  readonly key: string;
}

/** What of a record its keys are made of; what a kind of record does not have is left out. */
export interface Recognisable {
  /** Company of a lead, name of an account. */
  readonly company?: string;
  readonly shortName?: string;
  readonly creditCode?: string;
  /** Name of the person. */
  readonly person?: string;
  /** Account of a contact: two people of one name there are one. */
  readonly accountId?: string | null;
  readonly mobile?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly wechat?: string;
  readonly website?: string;
}

/** Every key by which a record is kept; a record without anything recognisable has none. Sorted, without repeats. */
export function duplicateKeys(entity: DuplicateEntity, record: Recognisable): DuplicateKey[] {
  const keys: DuplicateKey[] = [];
  const add = (kind: DuplicateKind, key: string | null): void => {
    if (key !== null && key !== '') keys.push({ kind, key });
  };
  const company = foldCompany(record.company ?? '');
  const person = squeeze(record.person ?? '');
  if (entity !== 'contact') {
    add('name', company.full);
    add('core', company.core);
    add('creditCode', creditCode(record.creditCode ?? ''));
    add('domain', companyDomain(record.website ?? ''));
  }
  const short = foldCompany(record.shortName ?? '').full;
  if (entity === 'account' && short !== company.full) add('short', short);
  if (entity === 'lead') add('domain', companyDomain(record.email ?? ''));
  if (entity === 'lead' && company.full !== '' && person !== '') add('person', `${company.full}|${person}`);
  if (entity === 'contact' && record.accountId && person !== '') add('person', `${record.accountId}|${person}`);
  if (entity !== 'account') {
    add('email', mailKey(record.email ?? ''));
    add('wechat', wechat(record.wechat ?? ''));
  }
  for (const number of [record.mobile ?? '', record.phone ?? '']) {
    const key = phoneKey(number);
    if (key !== null) add(key.kind, key.key);
  }
  return unique(keys);
}

/** A key to look for, and what it says when it is found: a name that equals another's short name is less than a name. */
export interface DuplicateProbe extends DuplicateKey {
  readonly as: DuplicateKind;
}

/**
 * The keys to look for when a record is to be found among others. A name also finds short names and names with a place before
 * them; two names that only differ in their place do not find each other.
 */
export function duplicateProbes(entity: DuplicateEntity, record: Recognisable): DuplicateProbe[] {
  return duplicateKeys(entity, record).flatMap(({ kind, key }): DuplicateProbe[] => {
    if (kind === 'core' || kind === 'short') return [{ kind: 'name', key, as: kind }];
    const own: DuplicateProbe = { kind, key, as: kind };
    if (kind !== 'name') return [own];
    return [own, { kind: 'core', key, as: 'core' }, { kind: 'short', key, as: 'short' }];
  });
}

/** A 统一社会信用代码 has 18 characters; anything much shorter is a placeholder. */
const creditCode = (text: string): string => {
  const code = squeeze(text).toUpperCase();
  return code.length >= 15 && !/^(.)\1*$/u.test(code) ? code : '';
};
const wechat = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

function unique(keys: readonly DuplicateKey[]): DuplicateKey[] {
  const seen = new Map(keys.map((key) => [`${key.kind} ${key.key}`, key]));
  return [...seen.values()].toSorted((a, b) => compare(a.kind, b.kind) || compare(a.key, b.key));
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

import { accountOfContact, dealNames, isLivePerson, leadParts } from '#db/queries/behaviour/knownPeople.ts';
import { duplicateHits } from '#db/queries/duplicates/duplicateMatches.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import { duplicateProbes } from '#shared/domain/leads/duplicateKeys.ts';
import { findDeal } from './importLines.ts';
import type { ImportState } from './importState.ts';

/** Whom a row names, by field; fields that it says nothing of are not there. */
export type NamedPerson = Readonly<
  Partial<Record<'personId' | 'email' | 'mobile' | 'wechat' | 'personName' | 'company' | 'deal', string>>
>;

/** Whose an event is, or why it is nobody's. */
export interface EventOwners {
  readonly leadId: string | null;
  readonly contactId: string | null;
  readonly accountId: string | null;
  readonly opportunityId: string | null;
  readonly unmatched: '' | 'unknown' | 'ambiguous' | 'nobody';
}

interface Person {
  readonly leads: readonly string[];
  readonly contacts: readonly string[];
}

const nobody: Person = { leads: [], contacts: [] };
/** What belongs to one person. */
const OWN = new Set(['mobile', 'email', 'wechat']);

/** Finds whose the events of a file are; remembers what it found, since a file names the same people again and again. */
export class EventMatcher {
  private readonly state: ImportState;
  private readonly known = new Map<string, EventOwners>();
  private deals: Map<string, { readonly id: string; readonly accountId: string | null } | null> | null = null;

  constructor(state: ImportState) {
    this.state = state;
  }

  match(who: NamedPerson): EventOwners {
    const key = JSON.stringify(who);
    let owners = this.known.get(key);
    if (!owners) {
      owners = this.find(who);
      this.known.set(key, owners);
    }
    return owners;
  }

  /** By id or address first, then by name within the company; else the company itself. One contact goes before its own lead. */
  private find(who: NamedPerson): EventOwners {
    const { db } = this.state.deps;
    const account = who.company === undefined ? null : this.accountOf(who.company);
    const person = this.personOf(who, account);
    const [contact] = person.contacts;
    const [lead] = person.leads;
    const contactId = person.contacts.length === 1 ? contact! : null;
    const leadId = person.leads.length === 1 && (contactId !== null || person.contacts.length === 0) ? lead! : null;
    const parts = leadId === null ? null : leadParts(db, leadId);
    const deal = who.deal === undefined ? null : this.dealOf(who.deal);
    const foundContact = contactId ?? parts?.contactId ?? null;
    const accountId =
      (foundContact === null ? null : accountOfContact(db, foundContact)) ??
      parts?.accountId ??
      deal?.accountId ??
      account;
    const owners = {
      leadId,
      contactId: foundContact,
      accountId,
      opportunityId: deal?.id ?? parts?.opportunityId ?? null,
    };
    if (Object.values(owners).some((id) => id !== null)) return { ...owners, unmatched: '' };
    if (Object.keys(who).length === 0) return { ...owners, unmatched: 'nobody' };
    const several = person.contacts.length + person.leads.length > 1;
    return { ...owners, unmatched: several ? 'ambiguous' : 'unknown' };
  }

  private personOf(who: NamedPerson, accountId: string | null): Person {
    if (who.personId !== undefined) {
      const byId = this.byId(who.personId);
      if (byId) return byId;
    }
    const byAddress = this.hits(who, accountId, (as) => OWN.has(as));
    if (byAddress.contacts.length + byAddress.leads.length > 0) return byAddress;
    if (who.personName !== undefined) return this.hits(who, accountId, (as) => as === 'person');
    // A company alone that is no account yet may be the company of one lead.
    const hasPerson = [who.email, who.mobile, who.wechat].some((text) => text !== undefined);
    return hasPerson || accountId !== null ? nobody : this.hits(who, accountId, (as) => as === 'name');
  }

  private byId(personId: string): Person | null {
    const key = this.state.idKey(personId);
    const { db } = this.state.deps;
    const found = (entity: 'lead' | 'contact'): string[] => {
      const id = this.state.findByKey(entity, key);
      return id !== undefined && isLivePerson(db, entity, id) ? [id] : [];
    };
    const person = { leads: found('lead'), contacts: found('contact') };
    return person.leads.length + person.contacts.length > 0 ? person : null;
  }

  private hits(who: NamedPerson, accountId: string | null, counts: (as: string) => boolean): Person {
    const record = {
      company: who.company ?? '',
      person: who.personName ?? '',
      mobile: who.mobile ?? '',
      email: who.email ?? '',
      wechat: who.wechat ?? '',
      accountId,
    };
    const probes = [...duplicateProbes('lead', record), ...duplicateProbes('contact', record)];
    const wanted = new Map(probes.filter(({ as }) => counts(as)).map((probe) => [`${probe.kind} ${probe.key}`, probe]));
    const found = duplicateHits(this.state.deps.db, [...wanted.values()]);
    const of = (entity: string): string[] => [
      ...new Set(found.filter((hit) => hit.entity === entity).map(({ id }) => id)),
    ];
    return { leads: of('lead'), contacts: of('contact') };
  }

  private accountOf(company: string): string | null {
    const match = this.state.namesOf('account').find(company);
    return match.type === 'unknown' ? null : match.id;
  }

  private dealOf(text: string): { readonly id: string; readonly accountId: string | null } | null {
    const byId = findDeal(this.state, text);
    if (byId) return byId;
    if (!this.deals) {
      this.deals = new Map();
      for (const { id, name, accountId } of dealNames(this.state.deps.db)) {
        const fold = foldName(name);
        // Two deals of one name: the name says nothing.
        this.deals.set(fold, this.deals.has(fold) ? null : { id, accountId });
      }
    }
    return this.deals.get(foldName(text)) ?? null;
  }
}

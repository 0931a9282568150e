import type { leadContract } from '#shared/contract/lead.contract.ts';
import type { InputOf, OutputOf } from '#shared/contract/operation.ts';

export type Proposal = OutputOf<typeof leadContract.conversion>;

/** Stands among the choices for a record that is still to be made. */
export const NEW = 'new';
/** Stands among the choices for no contact at all. */
export const NONE = 'none';

/** What a conversion will make, while it is being decided. */
export interface ConvertDraft {
  /** Id of a known account, or NEW. */
  readonly account: string;
  readonly accountName: string;
  readonly city: string;
  readonly contact: string;
  readonly contactName: string;
  readonly title: string;
  readonly mobile: string;
  readonly email: string;
  readonly deal: string;
  readonly dealName: string;
  readonly processId: string | null;
  readonly amountMinor: number | null;
  readonly expectedClose: string | null;
}

/** What is proposed: the strongest match where it is more than a hint, else something new from the lead's fields. */
export function startDraft({ fields, accounts, contacts, processes, dealName }: Proposal): ConvertDraft {
  const account = accounts.find(({ level }) => level !== 'possible')?.id ?? NEW;
  const person = contacts.find(
    ({ level, accountId }) => level !== 'possible' && (accountId === null || accountId === account),
  );
  return {
    account,
    accountName: fields.company || fields.personName,
    city: fields.city,
    contact: person?.id ?? (fields.personName === '' ? NONE : NEW),
    contactName: fields.personName,
    title: fields.title,
    mobile: fields.mobile,
    email: fields.email,
    deal: NEW,
    dealName,
    processId: processes[0]?.id ?? null,
    amountMinor: fields.budgetMinor,
    expectedClose: null,
  };
}

/** Another account: people and deals of a different one are no longer meant. */
export function withAccount(draft: ConvertDraft, account: string, proposal: Proposal): ConvertDraft {
  const person = proposal.contacts.find(({ id }) => id === draft.contact);
  const keepsPerson = person === undefined || person.accountId === null || person.accountId === account;
  const deal = proposal.deals.find(({ id }) => id === draft.deal);
  return {
    ...draft,
    account,
    contact: keepsPerson ? draft.contact : draft.contactName === '' ? NONE : NEW,
    deal: deal && deal.accountId !== account ? NEW : draft.deal,
  };
}

/** The draft as the operation wants it, or null while something is missing. */
export function convertInput(
  id: string,
  draft: ConvertDraft,
  { fields }: Proposal,
): InputOf<typeof leadContract.convert> | null {
  const accountName = draft.accountName.trim();
  const contactName = draft.contactName.trim();
  const dealName = draft.dealName.trim();
  if (draft.account === NEW && accountName === '') return null;
  if (draft.contact === NEW && contactName === '') return null;
  if (draft.deal === NEW && dealName === '') return null;
  const { industry, region, website, creditCode, phone, department, wechat } = fields;
  return {
    id,
    account:
      draft.account === NEW
        ? { fields: { name: accountName, city: draft.city, industry, region, website, creditCode } }
        : { id: draft.account },
    contact:
      draft.contact === NONE
        ? null
        : draft.contact === NEW
          ? {
              fields: {
                name: contactName,
                title: draft.title,
                mobile: draft.mobile,
                email: draft.email,
                phone,
                department,
                wechat,
              },
            }
          : { id: draft.contact },
    deal:
      draft.deal === NEW
        ? {
            name: dealName,
            ...(draft.processId === null ? {} : { processId: draft.processId }),
            amountMinor: draft.amountMinor,
            expectedClose: draft.expectedClose,
          }
        : { id: draft.deal },
  };
}

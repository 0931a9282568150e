import { useState } from 'react';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import type { SelectOption } from '#renderer/ui/Select.tsx';
import { accountContract, contactContract } from '#shared/contract/account.contract.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { searchContract } from '#shared/contract/search.contract.ts';

/** Deals, accounts and leads to choose from, by what was typed; the chosen one stays in the list under its name. */
export function useWhereOptions(where: string | null) {
  const [text, setText] = useState('');
  const found = useOperationQuery(
    searchContract.find,
    { text, limit: 12 },
    { enabled: text.trim() !== '', keepPrevious: true },
  );
  const chosen = useChosen(where);
  const hits = (found.data?.hits ?? [])
    .filter((hit) => hit.entity !== 'contact')
    .map((hit): SelectOption => ({ value: `${hit.entity}:${hit.id}`, label: hit.title, hint: hit.subtitle }));
  const known = chosen.option === null || hits.some((hit) => hit.value === where) ? hits : [chosen.option, ...hits];
  return { options: known, search: setText, loading: found.isFetching, accountId: chosen.accountId };
}

/** The chosen deal or account with its name, and the account whose people may have been there. */
function useChosen(where: string | null): { option: SelectOption | null; accountId: string | null } {
  const [entity, id = ''] = where?.split(':') ?? [];
  const deal = useOperationQuery(opportunityContract.page, { id }, { enabled: entity === 'opportunity' });
  const account = useOperationQuery(accountContract.page, { id }, { enabled: entity === 'account' });
  const lead = useOperationQuery(leadContract.page, { id }, { enabled: entity === 'lead' });
  if (where === null) return { option: null, accountId: null };
  if (entity === 'opportunity' && deal.data) {
    const { card } = deal.data;
    const option = { value: where, label: card.name, ...(card.account ? { hint: card.account.name } : {}) };
    return { option, accountId: card.account?.id ?? null };
  }
  if (entity === 'account' && account.data) {
    return { option: { value: where, label: account.data.fields.name }, accountId: id };
  }
  if (entity === 'lead' && lead.data) {
    const { company, personName } = lead.data.fields;
    return { option: { value: where, label: company || personName, hint: personName }, accountId: null };
  }
  return { option: null, accountId: null };
}

/** People of an account to tick off, by what was typed. */
export function useContactOptions(accountId: string | null) {
  const [text, setText] = useState('');
  const found = useOperationQuery(
    contactContract.suggest,
    { text, accountId, limit: 20 },
    { enabled: accountId !== null || text.trim() !== '', keepPrevious: true },
  );
  const options = (found.data ?? []).map(({ id, name, title }): SelectOption => {
    return { value: id, label: name, ...(title === '' ? {} : { hint: title }) };
  });
  return { options, search: setText };
}

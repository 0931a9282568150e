import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import type { SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import {
  type OpportunityFields,
  opportunityContract,
  type OpportunityPage,
} from '#shared/contract/opportunity.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';

/** Everything the deal page shows first. */
export const useDeal = (id: string) => useOperationQuery(opportunityContract.page, { id });

/** Saves one field of the deal against the value the editor saw, with undo. */
export function useSaveField({ card, fields }: OpportunityPage) {
  const t = useT();
  const update = useOperationCommand(opportunityContract.update, {
    handles: true,
    undoLabel: (_output, input) => {
      const key = `fields.opportunity.${Object.keys(input.fields)[0] ?? ''}`;
      return t('deal.edit.saved', { field: isTextKey(key) ? t(key) : '' });
    },
  });
  return <Field extends keyof OpportunityFields>(field: Field) =>
    async (value: OpportunityFields[Field]): Promise<SaveAnswer> => {
      const answer = await update.run({
        id: card.id,
        fields: { [field]: value },
        expected: { [field]: fields[field] },
      });
      return answer.ok ? { ok: true } : { ok: false, error: answer.error };
    };
}

/** People to choose an owner from: active ones, and whoever owns it now. */
export function useOwnerOptions(ownerId: string | null) {
  const members = useOperationQuery(settingsContract.members, {});
  return (members.data ?? [])
    .filter((member) => member.active || member.id === ownerId)
    .map(({ id, name }) => ({ value: id, label: name }));
}

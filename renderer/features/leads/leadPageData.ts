import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import type { SaveAnswer } from '#renderer/ui/InlineEdit.tsx';
import { leadContract, type LeadFields } from '#shared/contract/lead.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';

/** Everything the page of a lead shows. */
export type LeadPage = OutputOf<typeof leadContract.page>;

/** Saves one field of a lead, unless somebody else changed it meanwhile. */
export function useSaveLeadField({ id, fields }: LeadPage) {
  const t = useT();
  const update = useOperationCommand(leadContract.update, {
    handles: true,
    undoLabel: () => t('leads.edit.saved'),
  });
  return <Key extends keyof LeadFields>(key: Key) =>
    (value: LeadFields[Key]): Promise<SaveAnswer> =>
      update.run({ id, fields: { [key]: value }, expected: { [key]: fields[key] } });
}

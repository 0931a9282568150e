import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { DEFAULT_HOLDING_DAYS } from '#shared/domain/leads/holding.ts';
import { SettingRow } from './SettingRow.tsx';

/** How many business days a lead stays with its owner; a setting of the whole team. */
export function LeadHoldingRow() {
  const t = useT();
  const { data } = useOperationQuery(leadContract.overview, {});
  const save = useOperationCommand(leadContract.setHoldingDays, {
    handles: true,
    undoLabel: (_output, { days }) => t('settings.leads.saved', { count: days }),
  });
  return (
    <SettingRow title={t('settings.leads.holding')} detail={t('settings.leads.holdingHint')}>
      {data ? (
        <InlineEdit
          kind="number"
          minimum={1}
          maximum={250}
          label={t('settings.leads.holding')}
          value={data.holdingDays}
          onSave={(days: number | null) => save.run({ days: days ?? DEFAULT_HOLDING_DAYS })}
        >
          {t('settings.leads.days', { count: data.holdingDays })}
        </InlineEdit>
      ) : null}
    </SettingRow>
  );
}

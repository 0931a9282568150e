import { TriangleAlert } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Tag } from '#renderer/ui/Tag.tsx';
import { riskContract } from '#shared/contract/automation.contract.ts';

/** How many warnings stand on the deal; nothing when none does. */
export function RiskChip({ dealId }: { readonly dealId: string }) {
  const t = useT();
  const risks = useOperationQuery(riskContract.ofDeal, { opportunityId: dealId });
  const open = (risks.data ?? []).filter(({ cleared }) => cleared === null);
  if (open.length === 0) return null;
  return (
    <Tag tone="warning" icon={TriangleAlert} tip={open.map(({ text }) => text).join('\n')}>
      {t('risks.chip.count', { count: open.length })}
    </Tag>
  );
}

import { useT } from '#renderer/platform/language.ts';
import { RowTick } from '#renderer/ui/RowTick.tsx';
import type { LeadRow } from '#shared/contract/lead.contract.ts';
import { leadStore } from './leadStore.ts';

interface LeadCheckProps {
  readonly row: LeadRow;
  /** `range`: with Shift. */
  readonly onCheck: (row: LeadRow, range: boolean) => void;
}

/** The tick of a row. */
export function LeadCheck({ row, onCheck }: LeadCheckProps) {
  const t = useT();
  const checked = leadStore(({ chosen }) => chosen.has(row.id));
  return (
    <RowTick
      label={t('leads.list.selectRow', { name: row.company || row.personName })}
      checked={checked}
      onCheck={(range) => onCheck(row, range)}
    />
  );
}

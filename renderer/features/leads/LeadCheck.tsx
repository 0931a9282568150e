import { useT } from '#renderer/platform/language.ts';
import type { LeadRow } from '#shared/contract/lead.contract.ts';
import styles from './LeadsScreen.module.css';
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
    <input
      type="checkbox"
      tabIndex={-1}
      className={styles.check}
      aria-label={t('leads.list.selectRow', { name: row.company || row.personName })}
      checked={checked}
      onChange={(event) => onCheck(row, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
    />
  );
}

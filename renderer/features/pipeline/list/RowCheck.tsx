import { useT } from '#renderer/platform/language.ts';
import type { ListRow } from '#shared/contract/pipeline.contract.ts';
import { selectionStore } from '../selectionStore.ts';
import styles from './ListView.module.css';

interface RowCheckProps {
  readonly row: ListRow;
  /** `range`: with Shift. */
  readonly onCheck: (row: ListRow, range: boolean) => void;
}

/** The tick of a row. */
export function RowCheck({ row, onCheck }: RowCheckProps) {
  const t = useT();
  const checked = selectionStore(({ chosen }) => chosen.has(row.id));
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      className={styles.check}
      aria-label={t('pipeline.list.selectRow', { name: row.name })}
      checked={checked}
      onChange={(event) => onCheck(row, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
    />
  );
}

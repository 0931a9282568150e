import { useT } from '#renderer/platform/language.ts';
import { RowTick } from '#renderer/ui/RowTick.tsx';
import type { ListRow } from '#shared/contract/pipeline.contract.ts';
import { selectionStore } from '../selectionStore.ts';

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
    <RowTick
      label={t('pipeline.list.selectRow', { name: row.name })}
      checked={checked}
      onCheck={(range) => onCheck(row, range)}
    />
  );
}

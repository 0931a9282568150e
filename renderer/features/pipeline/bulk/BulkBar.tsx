import { CalendarDays, MoveRight, Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { SelectionBar } from '#renderer/ui/SelectionBar.tsx';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { moveItems } from '../move/moveItems.tsx';
import { clearSelection, selectionStore } from '../selectionStore.ts';
import { usePipeline } from '../usePipeline.ts';
import { changeDeals, removeDeals } from './changeDeals.ts';
import { sumsOf } from './sumsOf.ts';

/** What can be done with all selected deals at once; each of it is one step to undo. */
export function BulkBar() {
  const t = useT();
  const format = useFormat();
  const pipeline = usePipeline();
  const chosen = selectionStore((state) => state.chosen);
  const members = useOperationQuery(settingsContract.members, {}, { enabled: chosen.size > 0 });
  const [dating, setDating] = useState(false);
  const deals = [...chosen.values()];
  const ids = deals.map(({ id }) => id);
  const sums = sumsOf(deals).map(({ currency, amountMinor }) => format.money(amountMinor, currency));
  const owners = (members.data ?? [])
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ key: id, label: name, onSelect: () => void changeDeals(ids, { ownerId: id }) }));
  return (
    <SelectionBar
      label={t('pipeline.bulk.label')}
      selected={deals.length}
      count={t('pipeline.bulk.count', { count: deals.length })}
      sum={format.list(sums)}
      clearLabel={t('pipeline.bulk.clear')}
      onClear={clearSelection}
    >
      <Menu items={moveItems(pipeline, deals, t)}>
        <Button size="small" icon={MoveRight}>
          {t('pipeline.action.moveTo')}
        </Button>
      </Menu>
      <Menu items={owners}>
        <Button size="small" icon={UserRound}>
          {t('pipeline.bulk.owner')}
        </Button>
      </Menu>
      <Popover
        open={dating}
        onOpenChange={setDating}
        content={
          <DateInput
            value={null}
            aria-label={t('pipeline.bulk.close')}
            onChange={(expectedClose) => {
              setDating(false);
              if (expectedClose !== null) void changeDeals(ids, { expectedClose });
            }}
          />
        }
      >
        <Button size="small" icon={CalendarDays}>
          {t('pipeline.bulk.close')}
        </Button>
      </Popover>
      <Button size="small" tone="danger" icon={Trash2} onClick={() => void removeDeals(ids)}>
        {t('pipeline.action.remove')}
      </Button>
    </SelectionBar>
  );
}

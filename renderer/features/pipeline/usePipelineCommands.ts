import { Download, Eye, MoveRight, Plus, SquareCheck } from 'lucide-react';
import { useCommands } from '#renderer/platform/commands.ts';
import { currentT, useT } from '#renderer/platform/language.ts';
import { useToday } from '#renderer/platform/region.ts';
import { exportRows } from './list/exportRows.ts';
import { openMenuBelow } from './menuStore.ts';
import { moveItems } from './move/moveItems.tsx';
import { peekStore } from './peek/peekStore.ts';
import { clearSelection, dealsMeant, selectionStore, toggleSelected } from './selectionStore.ts';
import { type Pipeline, usePipeline } from './usePipeline.ts';

const hasFocus = () => selectionStore.getState().focus !== null;
const focused = () => selectionStore.getState().focus;

/** Keys and palette commands of 商机: the same in all three views. */
export function usePipelineCommands(onAdd: () => void): void {
  const t = useT();
  const today = useToday();
  const pipeline = usePipeline();
  const { setSearch } = pipeline;
  useCommands([
    {
      id: 'pipeline.quickAdd',
      titleKey: 'pipeline.command.quickAdd',
      group: 'view',
      keys: 'n',
      icon: Plus,
      run: onAdd,
    },
    {
      id: 'pipeline.moveTo',
      titleKey: 'pipeline.command.moveTo',
      group: 'view',
      keys: 'm',
      icon: MoveRight,
      when: () => hasFocus() || selectionStore.getState().chosen.size > 0,
      run: () => openMoveMenu(pipeline),
    },
    {
      id: 'pipeline.peek',
      titleKey: 'pipeline.command.peek',
      group: 'view',
      keys: 'space',
      icon: Eye,
      when: hasFocus,
      run: () => peekStore.setState({ dealId: focused()?.id ?? null }),
    },
    {
      id: 'pipeline.select',
      titleKey: 'pipeline.command.select',
      group: 'view',
      keys: 'x',
      icon: SquareCheck,
      when: hasFocus,
      run: () => {
        const card = focused();
        if (card) toggleSelected(card);
      },
    },
    {
      id: 'pipeline.clearSelection',
      titleKey: 'pipeline.command.clearSelection',
      group: 'view',
      keys: 'escape',
      when: () => selectionStore.getState().chosen.size > 0,
      run: clearSelection,
    },
    {
      id: 'pipeline.export',
      titleKey: 'pipeline.command.export',
      group: 'view',
      icon: Download,
      run: () => void exportShown(pipeline, today, t),
    },
    {
      id: 'pipeline.board',
      titleKey: 'pipeline.command.board',
      group: 'view',
      keys: '1',
      run: () => setSearch({ view: 'board', stages: undefined }),
    },
    {
      id: 'pipeline.list',
      titleKey: 'pipeline.command.list',
      group: 'view',
      keys: '2',
      run: () => setSearch({ view: 'list' }),
    },
    {
      id: 'pipeline.timeline',
      titleKey: 'pipeline.command.timeline',
      group: 'view',
      keys: '3',
      run: () => setSearch({ view: 'timeline', stages: undefined }),
    },
  ]);
}

/** Saves the rows that the present filter shows. */
export function exportShown(pipeline: Pipeline, today: string, t: typeof currentT): Promise<void> {
  const { process, filter, search } = pipeline;
  return exportRows(
    {
      processId: process.id,
      filter,
      ...(search.stages ? { stageIds: search.stages } : {}),
      sortBy: search.listSort ?? 'expectedClose',
      descending: search.descending ?? false,
    },
    t('pipeline.list.fileName', { process: process.name, day: today }),
    t,
  );
}

function openMoveMenu(pipeline: Pipeline): void {
  const { focus, chosen } = selectionStore.getState();
  const deals = focus ? dealsMeant(focus) : [...chosen.values()];
  const id = deals[0]?.id ?? '';
  const place =
    document.querySelector(`[data-deal="${CSS.escape(id)}"]`) ??
    document.activeElement?.closest('[role="row"], li') ??
    document.body;
  openMenuBelow(place, moveItems(pipeline, deals, currentT));
}

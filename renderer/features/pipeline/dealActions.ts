import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import type { MenuItem } from '#renderer/ui/menuItems.tsx';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { removeDeals } from './bulk/changeDeals.ts';
import { moveItems } from './move/moveItems.tsx';
import { peekStore } from './peek/peekStore.ts';
import { dealsMeant, toggleSelected } from './selectionStore.ts';
import type { Pipeline } from './usePipeline.ts';

/** The menu of one deal, on the right button and after a long press. */
export function dealMenu(pipeline: Pipeline, card: DealCard, t: Translate): readonly MenuItem[] {
  const deals = dealsMeant(card);
  return [
    { key: 'open', label: t('pipeline.action.open'), keys: 'enter', onSelect: () => go(paths.deal(card.id)) },
    {
      key: 'peek',
      label: t('pipeline.action.peek'),
      keys: 'space',
      onSelect: () => peekStore.setState({ dealId: card.id }),
    },
    { key: 'move', label: t('pipeline.action.moveTo'), items: moveItems(pipeline, deals, t) },
    { key: 'select', label: t('pipeline.action.select'), keys: 'x', onSelect: () => toggleSelected(card) },
    '-',
    {
      key: 'remove',
      label: t('pipeline.action.remove'),
      danger: true,
      onSelect: () => void removeDeals(deals.map(({ id }) => id)),
    },
  ];
}

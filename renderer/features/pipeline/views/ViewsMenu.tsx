import { Bookmark } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { MenuItem } from '#renderer/ui/menuItems.tsx';
import { viewsContract } from '#shared/contract/pipeline.contract.ts';
import { searchOfView, viewState } from '../pipelineSearch.ts';
import { usePipeline } from '../usePipeline.ts';

const ViewNameDialog = lazyPart(async () => (await import('./ViewNameDialog.tsx')).ViewNameDialog);

/** Name of this screen among saved views. */
const SCREEN = 'pipeline';

/** Saved views: open one, save what is shown, rename, share, delete. */
export function ViewsMenu() {
  const t = useT();
  const { search, setSearch } = usePipeline();
  const views = useOperationQuery(viewsContract.list, { screen: SCREEN });
  const [naming, setNaming] = useState<{ readonly id?: string; readonly name: string } | null>(null);
  const save = useOperationCommand(viewsContract.save);
  const remove = useOperationCommand(viewsContract.remove, { undoLabel: t('pipeline.undo.viewRemoved') });
  const state = viewState(search);
  const list = views.data ?? [];
  const shown = list.find((view) => viewState({ ...searchOfView(view.state) } as typeof search) === state) ?? null;
  const items: MenuItem[] = list.map((view) => ({
    key: view.id,
    label: view.shared && !view.mine ? t('pipeline.views.ofOthers', { name: view.name }) : view.name,
    onSelect: () => setSearch(searchOfView(view.state)),
  }));
  if (items.length > 0) items.push('-');
  items.push({ key: 'save', label: t('pipeline.views.save'), onSelect: () => setNaming({ name: '' }) });
  if (shown?.mine) {
    const { id, name, shared } = shown;
    items.push(
      { key: 'rename', label: t('pipeline.views.rename', { name }), onSelect: () => setNaming({ id, name }) },
      {
        key: 'share',
        label: t(shared ? 'pipeline.views.unshare' : 'pipeline.views.share', { name }),
        onSelect: () => void save.run({ id, screen: SCREEN, name, shared: !shared, state: shown.state }),
      },
      {
        key: 'remove',
        label: t('pipeline.views.remove', { name }),
        danger: true,
        onSelect: () => void remove.run({ id }),
      },
    );
  }
  return (
    <>
      <Menu items={items}>
        <FilterChip icon={Bookmark} active={shown !== null}>
          {shown?.name ?? t('pipeline.views.title')}
        </FilterChip>
      </Menu>
      <Suspense fallback={null}>
        {naming ? (
          <ViewNameDialog
            name={naming.name}
            taken={list.filter((view) => view.id !== naming.id).map((view) => view.name)}
            onClose={() => setNaming(null)}
            onName={async (name, shared) => {
              const renamed = list.find((view) => view.id === naming.id);
              const answer = await save.run({
                ...(naming.id === undefined ? {} : { id: naming.id }),
                screen: SCREEN,
                name,
                shared: renamed?.shared ?? shared,
                state: renamed?.state ?? state,
              });
              if (answer.ok) setNaming(null);
            }}
          />
        ) : null}
      </Suspense>
    </>
  );
}

import { ChevronDown, Kanban, List, Plus, TextAlignStart } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import type { PipelineView } from './pipelineSearch.ts';
import styles from './PipelineScreen.module.css';
import { usePipeline } from './usePipeline.ts';

/** What 商机 has in the top bar: its processes and its three views. */
export function PipelineBar({ onAdd }: { readonly onAdd: () => void }) {
  const t = useT();
  const format = useFormat();
  const { process, processes, search, setSearch } = usePipeline();
  const views: readonly { readonly value: PipelineView; readonly label: string; readonly icon: typeof Kanban }[] = [
    { value: 'board', label: t('pipeline.view.board'), icon: Kanban },
    { value: 'list', label: t('pipeline.view.list'), icon: List },
    { value: 'timeline', label: t('pipeline.view.timeline'), icon: TextAlignStart },
  ];
  return (
    <PageBar title={t('pipeline.page.title')}>
      <Menu
        items={processes.map(({ id, name, openCount }) => ({
          key: id,
          label: t('pipeline.process.withCount', { name, count: format.number(openCount) }),
          onSelect: () => setSearch({ process: id, stages: undefined }),
        }))}
      >
        <button
          type="button"
          className={styles.process}
          aria-label={t('pipeline.process.label', { name: process.name })}
        >
          {process.name}
          <Icon of={ChevronDown} size={14} />
        </button>
      </Menu>
      <Segmented
        label={t('pipeline.view.label')}
        value={search.view}
        options={views}
        onChange={(view) => setSearch({ view, ...(view === 'list' ? {} : { stages: undefined }) })}
      />
      <IconButton icon={Plus} label={t('pipeline.add.title')} keys="n" outlined onClick={onAdd} />
    </PageBar>
  );
}

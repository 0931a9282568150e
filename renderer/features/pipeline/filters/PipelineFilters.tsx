import { ArrowDownUp, Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import type { MenuItem } from '#renderer/ui/menuItems.tsx';
import { boardSortSchema } from '#shared/contract/pipeline.contract.ts';
import { type FilterName, filterNames, hasFilters, isFiltered, withoutFilters } from '../pipelineSearch.ts';
import { usePipeline } from '../usePipeline.ts';
import { FilterPart, isSwitch } from './FilterPart.tsx';

/** Parts that are always in the bar, so that what is shown is never a guess. */
const always: readonly FilterName[] = ['ownerIds', 'status'];
/** Parts that only links set. */
const linkOnly: readonly FilterName[] = ['stages', 'unrated'];

/** The filters that are on, a way to add one, and the order of the board. */
export function PipelineFilters() {
  const t = useT();
  const { search, setSearch, sort } = usePipeline();
  const [adding, setAdding] = useState<FilterName | null>(null);
  const shown = filterNames.filter((name) => isFiltered(search, name) || always.includes(name) || name === adding);
  const add: MenuItem[] = filterNames
    .filter((name) => !shown.includes(name) && !linkOnly.includes(name))
    .map((name) => ({
      key: name,
      label: t(`pipeline.filter.${name}`),
      onSelect: () => {
        if (isSwitch(name)) setSearch({ [name]: true });
        else setAdding(name);
      },
    }));
  if (hasFilters(search)) {
    add.push('-', { key: 'clear', label: t('pipeline.filter.clearAll'), onSelect: () => setSearch(withoutFilters()) });
  }
  const sorts: MenuItem[] = boardSortSchema.options.map((value) => ({
    key: value,
    label: t(`pipeline.sort.${value}`),
    onSelect: () => setSearch({ sort: value === 'rank' ? undefined : value }),
  }));
  return (
    <>
      {shown.map((name) => (
        <FilterPart
          key={name}
          name={name}
          startsOpen={name === adding}
          onClosed={() => setAdding((before) => (before === name ? null : before))}
        />
      ))}
      <Menu items={add}>
        <FilterChip icon={Plus}>{t('pipeline.filter.add')}</FilterChip>
      </Menu>
      {search.view === 'board' ? (
        <Menu items={sorts}>
          <FilterChip icon={ArrowDownUp} active={sort !== 'rank'} onClear={() => setSearch({ sort: undefined })}>
            {t(`pipeline.sort.${sort}`)}
          </FilterChip>
        </Menu>
      ) : null}
    </>
  );
}

import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { FilterChip } from '#renderer/ui/FilterChip.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { type FilterName, isFiltered, withoutFilter } from '../pipelineSearch.ts';
import { usePipeline } from '../usePipeline.ts';
import { FilterControl } from './FilterControl.tsx';
import styles from './FilterPart.module.css';
import { useFilterText } from './useFilterText.ts';

/** Parts that are a plain yes: choosing them needs no panel. */
export function isSwitch(name: FilterName): boolean {
  return name === 'overdue' || name === 'noNextStep' || name === 'undated';
}

interface FilterPartProps {
  readonly name: FilterName;
  /** Just added: its panel is open. */
  readonly startsOpen: boolean;
  readonly onClosed: () => void;
}

/** One part of the filter: a chip that says what it narrows to, and its panel. */
export function FilterPart({ name, startsOpen, onClosed }: FilterPartProps) {
  const { search, setSearch } = usePipeline();
  const [open, setOpen] = useState(startsOpen);
  const text = useFilterText(name);
  const active = isFiltered(search, name) || name === 'status';
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) onClosed();
  };
  const clear = isFiltered(search, name) ? { onClear: () => setSearch(withoutFilter(name)) } : {};
  const icon = name === 'ownerIds' ? { icon: UserRound } : {};
  if (isSwitch(name) || name === 'stages' || name === 'unrated') {
    return (
      <FilterChip active {...clear}>
        <span className={styles.text}>{text}</span>
      </FilterChip>
    );
  }
  return (
    <Popover
      open={open}
      onOpenChange={change}
      width={name === 'close' || name === 'amount' ? 320 : 240}
      content={<FilterControl name={name} onDone={() => change(false)} />}
    >
      <FilterChip active={active} {...icon} {...clear}>
        <span className={styles.text}>{text}</span>
      </FilterChip>
    </Popover>
  );
}

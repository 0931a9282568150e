import { type KeyboardEvent, useRef } from 'react';
import styles from './Tabs.module.css';

interface TabsProps<Key extends string> {
  readonly label: string;
  readonly current: Key;
  readonly items: readonly { readonly key: Key; readonly label: string; readonly figure?: string | number }[];
  /** Puts the tab into the address: `(tab) => set({ tab })` of `useSearchState`. */
  readonly onSelect: (key: Key) => void;
  /** Id of the panel that the tabs fill. */
  readonly panelId?: string;
}

/** Parts of one page; the chosen one lives in the address. Arrow keys move between them. */
export function Tabs<Key extends string>({ label, current, items, onSelect, panelId }: TabsProps<Key>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const index = items.findIndex((item) => item.key === current);
    const next = items[(index + step + items.length) % items.length];
    if (!next) return;
    onSelect(next.key);
    list.current?.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  };
  return (
    <div ref={list} role="tablist" tabIndex={-1} aria-label={label} className={styles.tabs} onKeyDown={move}>
      {items.map(({ key, label: name, figure }) => (
        <button
          key={key}
          type="button"
          role="tab"
          data-key={key}
          aria-selected={key === current}
          aria-controls={key === current ? panelId : undefined}
          tabIndex={key === current ? 0 : -1}
          className={styles.tab}
          onClick={() => onSelect(key)}
        >
          {name}
          {figure === undefined || figure === '' ? null : <span className={styles.figure}>{figure}</span>}
        </button>
      ))}
    </div>
  );
}

import type { MenuProps } from 'antd';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

/** One line of a menu; `'-'` is a rule between groups. */
export type MenuItem =
  | '-'
  | {
      readonly key: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly mark?: ReactNode;
      readonly keys?: string;
      readonly danger?: boolean;
      readonly disabled?: boolean;
      readonly onSelect?: () => void;
      /** A menu behind it: 移到…. */
      readonly items?: readonly MenuItem[];
    };

/** Our menu lines as the kit wants them. */
export function kitMenu(items: readonly MenuItem[]): MenuProps {
  return { items: items.map(kitItem), className: styles.menu ?? '' };
}

function kitItem(item: MenuItem, index: number): NonNullable<MenuProps['items']>[number] {
  if (item === '-') return { type: 'divider', key: `rule ${index}` };
  const { key, label, icon, mark, keys, danger = false, disabled = false, onSelect, items } = item;
  return {
    key,
    label: (
      <span className={styles.line}>
        {icon ? <Icon of={icon} size={14} /> : mark}
        <span className={styles.label}>{label}</span>
        {keys ? <Kbd keys={keys} /> : null}
      </span>
    ),
    onClick: ({ domEvent }) => {
      // The card or row under the menu must not take the click as its own.
      domEvent.stopPropagation();
      onSelect?.();
    },
    ...(danger ? { danger } : {}),
    ...(disabled ? { disabled } : {}),
    ...(items ? { children: items.map(kitItem) } : {}),
  };
}

import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { kitMenu, type MenuItem } from './menuItems.tsx';

interface ContextMenuProps {
  /** Made when it opens, so that a thousand cards do not make a thousand menus. */
  readonly items: () => readonly MenuItem[];
  readonly children: ReactElement;
}

/** A menu on the right button. Everything in it must also be reachable elsewhere. */
export function ContextMenu({ items, children }: ContextMenuProps) {
  return (
    <Dropdown
      menu={kitMenu(items())}
      trigger={['contextMenu']}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- moves the focus into the menu when it opens
      autoFocus
      destroyOnHidden
    >
      {children}
    </Dropdown>
  );
}

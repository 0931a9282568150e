import { Dropdown } from 'antd';
import { type ReactElement, useEffect } from 'react';
import { kitMenu, type MenuItem } from './menuItems.tsx';
import { ignoreRestingPointer } from './restingPointer.ts';

interface MenuProps {
  readonly items: readonly MenuItem[];
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly align?: 'start' | 'end';
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A menu behind a button. */
export function Menu({ items, children, align = 'start', open, onOpenChange }: MenuProps) {
  useEffect(() => {
    if (open) ignoreRestingPointer();
  }, [open]);
  const opened = (isOpen: boolean) => {
    if (isOpen) ignoreRestingPointer();
    onOpenChange?.(isOpen);
  };
  return (
    <Dropdown
      menu={kitMenu(items)}
      trigger={['click']}
      placement={align === 'end' ? 'bottomRight' : 'bottomLeft'}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- moves the focus into the menu when it opens
      autoFocus
      destroyOnHidden
      {...(open === undefined ? {} : { open })}
      onOpenChange={opened}
    >
      {children}
    </Dropdown>
  );
}

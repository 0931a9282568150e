import { Popover as KitPopover } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import styles from './Popover.module.css';

interface PopoverProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly content: ReactNode;
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly width?: number;
  readonly align?: 'start' | 'end';
}

/** A small panel behind a button: a filter's control, the name of a view. Esc and a click beside it close it. */
export function Popover({ open, onOpenChange, content, children, width = 260, align = 'start' }: PopoverProps) {
  return (
    <KitPopover
      open={open}
      onOpenChange={onOpenChange}
      trigger="click"
      placement={align === 'end' ? 'bottomRight' : 'bottomLeft'}
      arrow={false}
      destroyOnHidden
      content={
        // Esc must close this before anything behind it hears of it.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          className={styles.content}
          style={{ width }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            onOpenChange(false);
          }}
        >
          {content}
        </div>
      }
    >
      {children}
    </KitPopover>
  );
}

import { Popover as KitPopover } from 'antd';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
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
  const panel = useRef<HTMLDivElement>(null);
  const openedFrom = useRef<Element | null>(null);
  useEffect(() => {
    if (!open) return undefined;
    openedFrom.current = document.activeElement;
    let inside: HTMLElement | null = null;
    // The panel is there one frame after it was opened.
    const frame = requestAnimationFrame(() => {
      inside = panel.current;
      if (isInside(inside)) return;
      inside?.querySelector<HTMLElement>('input, button, select, textarea, [tabindex="0"]')?.focus();
    });
    return () => {
      cancelAnimationFrame(frame);
      const from = openedFrom.current;
      if (from instanceof HTMLElement && (document.activeElement === document.body || isInside(inside))) {
        from.focus({ preventScroll: true });
        // What opened it may be gone, a line of a menu: then nothing must keep taking keys while the panel fades.
        if (isInside(inside) && document.activeElement instanceof HTMLElement) document.activeElement.blur();
      }
    };
  }, [open]);
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
          ref={panel}
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

function isInside(panel: HTMLElement | null): boolean {
  return panel?.contains(document.activeElement) ?? false;
}

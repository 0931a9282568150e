import { cloneElement, type HTMLAttributes, type ReactElement } from 'react';

interface TooltipProps {
  /** One or two lines; a line break separates them. */
  readonly text: string;
  readonly side?: 'top' | 'right';
  /** Only where the rail has shrunk to icons. */
  readonly narrowOnly?: boolean;
  readonly children: ReactElement<HTMLAttributes<HTMLElement>>;
}

/**
 * Words that appear over an element when the pointer or the focus rests on it. The element only gets attributes: one
 * `TooltipLayer` for the whole page does the rest, so that ten thousand cards cost nothing.
 */
export function Tooltip({ text, side = 'top', narrowOnly = false, children }: TooltipProps) {
  return cloneElement(children, {
    'data-tip': text,
    ...(side === 'top' ? {} : { 'data-tip-side': side }),
    ...(narrowOnly ? { 'data-tip-narrow': '' } : {}),
  } as HTMLAttributes<HTMLElement>);
}

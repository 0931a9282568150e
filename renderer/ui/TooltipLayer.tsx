import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './TooltipLayer.module.css';

interface Shown {
  readonly text: string;
  readonly at: DOMRect;
  readonly side: 'top' | 'right';
}

/** Long enough that passing over things shows nothing, milliseconds. */
const DELAY = 350;
const GAP = 6;
const NARROW = '(max-width: 1400px)';

/** The one tooltip of the page; see `Tooltip`. */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => watch(setShown), []);
  useLayoutEffect(() => {
    if (shown && box.current) place(box.current, shown);
  }, [shown]);
  if (!shown) return null;
  // Its words are in the element's own label or text: spoken twice they would only disturb.
  return (
    <div ref={box} className={styles.tip} aria-hidden>
      {shown.text}
    </div>
  );
}

function watch(show: (shown: Shown | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current: Element | null = null;
  const leave = () => {
    clearTimeout(timer);
    if (current) show(null);
    current = null;
  };
  const enter = (event: Event) => {
    const element = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
    if (element === current) return;
    leave();
    const text = element?.getAttribute('data-tip');
    if (!element || !text) return;
    if (element.hasAttribute('data-tip-narrow') && !window.matchMedia(NARROW).matches) return;
    if (event.type === 'focusin' && !element.matches(':focus-visible')) return;
    current = element;
    const side = element.getAttribute('data-tip-side') === 'right' ? 'right' : 'top';
    timer = setTimeout(() => element.isConnected && show({ text, side, at: element.getBoundingClientRect() }), DELAY);
  };
  const leavers = ['mousedown', 'keydown', 'wheel', 'focusout', 'blur'] as const;
  document.addEventListener('mouseover', enter);
  document.addEventListener('focusin', enter);
  document.documentElement.addEventListener('mouseleave', leave);
  for (const name of leavers) window.addEventListener(name, leave, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    document.removeEventListener('mouseover', enter);
    document.removeEventListener('focusin', enter);
    document.documentElement.removeEventListener('mouseleave', leave);
    for (const name of leavers) window.removeEventListener(name, leave, { capture: true });
  };
}

/** Above the element, below it where there is no room, never over the edge of the window. */
function place(box: HTMLElement, { at, side }: Shown): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  let left = side === 'right' ? at.right + GAP : at.left + (at.width - width) / 2;
  let top = side === 'right' ? at.top + (at.height - height) / 2 : at.top - height - GAP;
  if (top < GAP) top = side === 'right' ? GAP : at.bottom + GAP;
  left = Math.min(Math.max(left, GAP), window.innerWidth - width - GAP);
  top = Math.min(top, window.innerHeight - height - GAP);
  box.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
}

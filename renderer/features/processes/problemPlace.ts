import type { StagePart } from './processSearch.ts';

/** Which stage and which part of it a problem lies in; null for what concerns the whole. */
export function problemPlace(path: string): { readonly stage: number; readonly part: StagePart } | null {
  const [, index, list] = /^stages\.(\d+)\.(\w+)/u.exec(path) ?? [];
  if (index === undefined) return null;
  const part = list === 'criteria' || list === 'tasks' || list === 'toolkit' ? list : 'basics';
  return { stage: Number(index), part };
}

/** Brings the keyboard to the control at a place of the draft, as soon as it is shown. */
export function focusPlace(path: string): void {
  let tries = 0;
  const look = () => {
    const place = document.querySelector(`[data-place="${CSS.escape(path)}"]`);
    const control = place?.querySelector<HTMLElement>('input, textarea, button:not([disabled]), [tabindex="0"]');
    if (control) {
      control.focus();
      control.scrollIntoView({ block: 'center' });
    } else if ((tries += 1) < 30) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/*
 * How keys are written in commands: `l`, `mod+k`, `shift+a`, `g p` (one after the other). `mod` is Ctrl, on a Mac ⌘.
 */

/** True on a Mac, where ⌘ takes the place of Ctrl. */
export const onMac: boolean = navigator.platform.startsWith('Mac');

const NAMES: Readonly<Record<string, string>> = { ' ': 'space', Escape: 'escape', Enter: 'enter', Delete: 'delete' };

/** The written form of a key event; the empty string for a modifier alone. */
export function keyOf(event: KeyboardEvent): string {
  if (['Control', 'Shift', 'Alt', 'Meta', 'CapsLock', 'Process', 'Dead'].includes(event.key)) return '';
  const parts: string[] = [];
  if (onMac ? event.metaKey : event.ctrlKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  const name = NAMES[event.key] ?? event.key.toLowerCase();
  // A sign such as `?` already says that Shift was held.
  if (event.shiftKey && (name.length > 1 || /[a-z]/u.test(name))) parts.push('shift');
  return [...parts, name].join('+');
}

const onMac = navigator.platform.startsWith('Mac');

const NAMES: Readonly<Record<string, string>> = {
  mod: onMac ? '⌘' : 'Ctrl',
  shift: onMac ? '⇧' : 'Shift',
  alt: onMac ? '⌥' : 'Alt',
  escape: 'Esc',
  enter: 'Enter',
  space: 'Space',
  delete: 'Del',
};

/** How a key of a command is shown: `mod+k` as `Ctrl K`. */
export function keyText(keys: string): string {
  return keys
    .split(/[+ ]/u)
    .map((key) => NAMES[key] ?? key.toUpperCase())
    .join(' ');
}

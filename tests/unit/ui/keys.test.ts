import { expect, test } from 'vitest';
import { keyOf } from '#renderer/app/keys.ts';
import { keyText } from '#renderer/ui/keyText.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => keyOf({ key, ...held } as KeyboardEvent);

test('letters are written small, whatever the caps lock says', () => {
  expect([press('l'), press('L'), press('L', { shiftKey: true })]).toEqual(['l', 'l', 'shift+l']);
});

test('a sign already says that Shift was held', () => {
  expect(press('?', { shiftKey: true })).toBe('?');
});

test('Ctrl makes a shortcut of its own', () => {
  expect([press('k', { ctrlKey: true }), press('Z', { ctrlKey: true, shiftKey: true })]).toEqual([
    'mod+k',
    'mod+shift+z',
  ]);
});

test('keys without a sign have names', () => {
  expect([press(' '), press('Escape'), press('Enter', { shiftKey: true })]).toEqual(['space', 'escape', 'shift+enter']);
});

test('a modifier alone is no key, nor is an input method at work', () => {
  expect(['Control', 'Shift', 'Alt', 'Process'].map((key) => press(key))).toEqual(['', '', '', '']);
});

test('keys are shown as they are printed on the keyboard', () => {
  expect([keyText('mod+k'), keyText('l'), keyText('g p'), keyText('?')]).toEqual(['Ctrl K', 'L', 'G P', '?']);
});

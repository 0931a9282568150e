import { create } from 'zustand';

/** What a person chose; `system` follows day and night of the desktop. */
export type ThemeChoice = 'light' | 'dark' | 'system';
/** What is shown. */
export type Theme = 'light' | 'dark';

const STORAGE_KEY = 'kongdan.theme';
const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

function resolve(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice;
  return darkScheme.matches ? 'dark' : 'light';
}

function remembered(): ThemeChoice {
  const value = localStorage.getItem(STORAGE_KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

interface ThemeState {
  readonly choice: ThemeChoice;
  readonly theme: Theme;
}

/** The theme as chosen and as shown. The choice is kept in the personal settings; here only a copy for the first paint. */
export const themeStore = create<ThemeState>(() => ({ choice: remembered(), theme: resolve(remembered()) }));

function show(choice: ThemeChoice): void {
  const theme = resolve(choice);
  document.documentElement.dataset['theme'] = theme;
  themeStore.setState({ choice, theme });
}

/** Shows a theme and remembers it for the next start. */
export function setTheme(choice: ThemeChoice): void {
  localStorage.setItem(STORAGE_KEY, choice);
  show(choice);
}

/** Applies the remembered theme and follows the desktop from now on. Call once, before the first render. */
export function startTheme(): void {
  show(themeStore.getState().choice);
  darkScheme.addEventListener('change', () => show(themeStore.getState().choice));
}

import { type Theme, type ThemeChoice, themeStore } from './themeStore.ts';

/** The theme for a component: what was chosen and what is shown. */
export function useTheme(): { readonly choice: ThemeChoice; readonly theme: Theme } {
  return themeStore();
}

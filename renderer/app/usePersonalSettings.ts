import { useEffect } from 'react';
import { setLanguage } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { setTheme } from '#renderer/theme/themeStore.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';

/** Applies language and theme as the personal settings of this device say, also when another window changes them. */
export function usePersonalSettings(): void {
  const { data } = useOperationQuery(settingsContract.get, {});
  const language = data?.language;
  const theme = data?.theme;
  useEffect(() => {
    if (language) setLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme) setTheme(theme);
  }, [theme]);
}

import { type PersonalSettings, settingsContract } from '#shared/contract/settings.contract.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { setTheme } from '#renderer/theme/themeStore.ts';
import { invoke } from './client.ts';
import { showFailure } from './failure.ts';
import { setLanguage } from './language.ts';
import { operationKey, queryClient, useOperationQuery } from './queries.ts';

/** The personal settings of this device; null before the core has answered. */
export function usePersonalSettingsValue(): PersonalSettings | null {
  return useOperationQuery(settingsContract.get, {}).data ?? null;
}

/** Changes personal settings: shown at once, kept by the core. */
export async function changePersonalSettings(change: InputOf<typeof settingsContract.set>): Promise<void> {
  if (change.language) setLanguage(change.language);
  if (change.theme) setTheme(change.theme);
  const key = operationKey(settingsContract.get, {});
  queryClient.setQueryData<PersonalSettings>(key, (before) => (before ? { ...before, ...change } : before));
  try {
    const answer = await invoke(settingsContract.set, change);
    if (answer.ok) queryClient.setQueryData(key, answer.value);
    else showFailure(answer.error);
  } catch {
    showFailure({ type: 'connection' });
  }
}

import type { RawSearch } from '#renderer/platform/navigation.ts';

/** The parts of the settings, in order. */
export const settingsTabs = [
  'general',
  'people',
  'notices',
  'calendar',
  'processes',
  'qualification',
  'workspace',
  'keys',
  'about',
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** What the address of the settings says. */
export function readSettingsSearch(raw: RawSearch): { readonly tab: SettingsTab } {
  return { tab: settingsTabs.find((tab) => tab === raw['tab']) ?? 'general' };
}

import type { RawSearch } from '#renderer/platform/navigation.ts';

/** The parts of the settings, in order. */
export const settingsTabs = [
  'general',
  'people',
  'notices',
  'processes',
  'qualification',
  'rules',
  'calendar',
  'workspace',
  'keys',
  'about',
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

interface SettingsSearch {
  readonly tab: SettingsTab;
  /** The rule that is edited, `new` for one to be written. */
  readonly rule: string | undefined;
}

/** What the address of the settings says. */
export function readSettingsSearch(raw: RawSearch): SettingsSearch {
  const { rule } = raw;
  return {
    tab: settingsTabs.find((tab) => tab === raw['tab']) ?? 'general',
    rule: typeof rule === 'string' ? rule : undefined,
  };
}

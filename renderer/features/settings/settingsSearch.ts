import type { RawSearch } from '#renderer/platform/navigation.ts';

/** The parts of the settings, in order. */
export const settingsTabs = [
  'general',
  'people',
  'notices',
  'processes',
  'qualification',
  'scoring',
  'rules',
  'calendar',
  'workspace',
  'keys',
  'about',
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** What the scoring tab holds, in order. */
export const scoringParts = ['models', 'attributes', 'behaviour'] as const;
type ScoringPart = (typeof scoringParts)[number];

interface SettingsSearch {
  /** The part of the scoring tab. */
  readonly part: ScoringPart | undefined;
  readonly tab: SettingsTab;
  /** The rule that is edited, `new` for one to be written. */
  readonly rule: string | undefined;
}

/** What the address of the settings says. */
export function readSettingsSearch(raw: RawSearch): SettingsSearch {
  const { rule } = raw;
  return {
    tab: settingsTabs.find((tab) => tab === raw['tab']) ?? 'general',
    part: scoringParts.find((part) => part === raw['part']),
    rule: typeof rule === 'string' ? rule : undefined,
  };
}

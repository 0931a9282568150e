import type { RawSearch } from '#renderer/platform/navigation.ts';

export const processTabs = ['stages', 'rules', 'versions'] as const;
export type ProcessTab = (typeof processTabs)[number];
export const stageParts = ['basics', 'criteria', 'tasks', 'toolkit'] as const;
export type StagePart = (typeof stageParts)[number];

/** What the address of a process says: the tab, the chosen stage by its key, and which part of it is shown. */
export interface ProcessSearch {
  readonly tab: ProcessTab;
  readonly stage: string | null;
  readonly part: StagePart;
}

/** Reads the address; whatever makes no sense is left out. */
export function readProcessSearch(raw: RawSearch): ProcessSearch {
  return {
    tab: processTabs.find((tab) => tab === raw['tab']) ?? 'stages',
    stage: typeof raw['stage'] === 'string' || typeof raw['stage'] === 'number' ? String(raw['stage']) : null,
    part: stageParts.find((part) => part === raw['part']) ?? 'basics',
  };
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type PersonalSettings, personalSettingsSchema } from '#shared/contract/settings.contract.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

const recentSchema = z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.number() }));
export type RecentWorkspace = z.infer<typeof recentSchema>[number];

const RECENT_LIMIT = 12;

/** What belongs to the person at this device and exists before any workspace: settings and recent workspaces. */
export class PersonalStore {
  private readonly settingsFile: string;
  private readonly recentFile: string;

  constructor(userDataFolder: string) {
    this.settingsFile = join(userDataFolder, 'settings.json');
    this.recentFile = join(userDataFolder, 'recent.json');
  }

  /** Current settings, defaults where none were saved. */
  settings(): PersonalSettings {
    return readJsonFile(this.settingsFile, personalSettingsSchema) ?? personalSettingsSchema.parse({});
  }

  /** Saves some settings and answers all of them. */
  change(patch: Partial<PersonalSettings>): PersonalSettings {
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const next = { ...this.settings(), ...given };
    writeJsonFile(this.settingsFile, next);
    return next;
  }

  /** Workspaces opened on this device, newest first. */
  recent(): (RecentWorkspace & { exists: boolean })[] {
    const saved = readJsonFile(this.recentFile, recentSchema) ?? [];
    return saved.map((entry) => ({ ...entry, exists: existsSync(entry.path) }));
  }

  /** Puts a workspace at the head of the recent ones. */
  remember(entry: RecentWorkspace): void {
    const others = (readJsonFile(this.recentFile, recentSchema) ?? []).filter((known) => known.path !== entry.path);
    writeJsonFile(this.recentFile, [entry, ...others].slice(0, RECENT_LIMIT));
  }
}

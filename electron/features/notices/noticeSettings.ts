import type { ReadDb } from '#db/handles.ts';
import { teamSetting } from '#db/queries/settings/teamSetting.ts';
import { localSetting } from '#db/queries/workspaceInfo.ts';
import {
  type PersonalNoticeSettings,
  personalNoticeSettingsSchema,
  type TeamNoticeSettings,
  teamNoticeSettingsSchema,
} from '#shared/contract/notice.contract.ts';
import type { NoticeClock } from '#shared/domain/notices/noticeClock.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';

/** Where they are kept: on this device, and in the team's settings. */
export const NOTICES_KEY = 'notices';

/** What this person chose; defaults where nothing was, or where what is stored cannot be read. */
export function personalNoticeSettings(db: ReadDb): PersonalNoticeSettings {
  const stored = personalNoticeSettingsSchema.safeParse(parsed(localSetting(db, NOTICES_KEY)));
  return stored.success ? stored.data : personalNoticeSettingsSchema.parse({});
}

/** What the team agreed on; defaults likewise. */
export function teamNoticeSettings(db: ReadDb): TeamNoticeSettings {
  const stored = teamNoticeSettingsSchema.safeParse(parsed(teamSetting(db, NOTICES_KEY)));
  return stored.success ? stored.data : teamNoticeSettingsSchema.parse({});
}

/** What decides when something is told, at this moment. */
export function noticeClock(
  db: ReadDb,
  now: number,
  timeZone: string,
): NoticeClock & { personal: PersonalNoticeSettings } {
  const personal = personalNoticeSettings(db);
  const { morningMinute } = personal;
  return { now, calendar: workCalendar({ db, timeZone }), morningMinute, personal, ...teamNoticeSettings(db) };
}

function parsed(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}

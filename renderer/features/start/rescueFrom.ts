import type { FailureLike } from '#shared/i18n/errorText.ts';

/** What can be done about a workspace that did not open. */
export interface Rescue {
  readonly path: string;
  readonly damaged: boolean;
  readonly backupPath: string | null;
  /** When the backup was made, as far as its name says so. */
  readonly takenAt: number | null;
}

/** Reads path and newest backup out of an opening error; null for errors that concern no file. */
export function rescueFrom(failure: FailureLike): Rescue | null {
  if (!('path' in failure) || typeof failure.path !== 'string') return null;
  const backup = 'newestBackup' in failure && typeof failure.newestBackup === 'string' ? failure.newestBackup : null;
  return {
    path: failure.path,
    damaged: failure.type === 'corrupt',
    backupPath: backup,
    takenAt: backup === null ? null : instantInName(backup),
  };
}

/** Backups carry their instant in UTC in the name: `…20260916T080910123Z…`, with or without signs between. */
function instantInName(path: string): number | null {
  const name = path.split(/[\\/]/u).at(-1) ?? '';
  const match = /(\d{4})-?(\d{2})-?(\d{2})T(\d{2})[-:]?(\d{2})[-:]?(\d{2})/u.exec(name);
  if (!match) return null;
  const [, year, month, day, hour, minute, second] = match;
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

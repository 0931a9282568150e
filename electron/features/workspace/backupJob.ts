import { type BackupInfo, type BackupReason, backupWorkspace } from '#db/backup.ts';
import { defineJob } from '../../workers/job.ts';

/** Copies the open workspace as a whole; in a worker, because it takes as long as the file is big. */
export const backupJob = defineJob<{ at: number; reason: BackupReason }, BackupInfo>({
  name: 'backup',
  exclusive: false,
  run: ({ workspace }, { at, reason }) => {
    const result = backupWorkspace(workspace.path, { at, reason });
    if (!result.ok) throw Object.assign(new Error(`Backup failed: ${result.error.type}`), { code: 'EBACKUP' });
    return result.value;
  },
});

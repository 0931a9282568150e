import { integrityProblems } from '#db/queries/integrityProblems.ts';
import { defineJob } from '../../workers/job.ts';

/** Has SQLite look through the whole file for damage; in a worker, because it reads every page. */
export const integrityJob = defineJob<Record<string, never>, { problems: string[] }>({
  name: 'integrity',
  exclusive: false,
  run: ({ workspace }) => ({ problems: integrityProblems(workspace.read) }),
});

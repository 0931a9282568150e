import { drainAttributeScores, hasChangedRules } from '#db/repositories/scoringAttributes.ts';
import { ok } from '#shared/lib/result.ts';
import type { CommandContext } from '../../ipc/handler.ts';
import { defineJob, JobCancelled } from '../../workers/job.ts';

/** Scores every account and lead anew after a rule set has changed; progress counts nothing, it is one transaction. */
export const rescoreAttributesJob = defineJob<null, { readonly looked: number }>({
  name: 'rescoreAttributes',
  exclusive: true,
  run: ({ workspace, actorId, now }) => {
    let looked = 0;
    // Only derived tables are written, so that nothing enters the change log.
    const { result } = workspace.write({ actor: actorId, label: 'schedule', at: now }, (db) => {
      looked = drainAttributeScores(db, now, true);
      return ok(null);
    });
    if (!result.ok)
      throw Object.assign(new Error(result.error.detail ?? result.error.code), { code: result.error.code });
    return { looked };
  },
});

/** After a command that changed rules: what was too much for its transaction is done before it answers. */
export async function rescoreAfter<Answered extends { readonly ok: boolean }>(
  context: CommandContext,
  answer: Answered,
): Promise<Answered> {
  if (!answer.ok || !hasChangedRules(context.db)) return answer;
  try {
    await context.runJob(rescoreAttributesJob, null);
  } catch (error) {
    // What was saved is saved; it stays in the queue, and the next look does it.
    if (!(error instanceof JobCancelled)) throw error;
  }
  return answer;
}

import type { scoringContract } from '#shared/contract/scoring.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '../../ipc/handler.ts';
import { type RescoreDone, type RescoreInput, rescoreJob } from './rescoreJob.ts';

/** Runs the job turn by turn until everything is up to date; other commands come in between the turns. */
export async function rescoreUntilDone(
  runJob: CommandContext['runJob'],
  input: RescoreInput,
): Promise<Omit<RescoreDone, 'more'>> {
  let [scored, changed, ms] = [0, 0, 0];
  for (;;) {
    const turn = await runJob(rescoreJob, input);
    scored += turn.scored;
    changed += turn.changed;
    ms += turn.ms;
    if (!turn.more) return { scored, changed, ms };
  }
}

/** Brings the figures of deals and leads up to date when asked to. */
export const rescoreRecords: Handler<(typeof scoringContract)['rescore']> = async (context, { kinds }) =>
  ok(await rescoreUntilDone(context.runJob, { kinds: kinds ?? ['deal', 'lead'] }));

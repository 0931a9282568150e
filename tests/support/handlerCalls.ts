import type { WorkspaceDb } from '#db/open.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { commonErrorSchema } from '#shared/contract/operation.ts';
import type { ErrorOf, InputOf, Operation, OutputOf } from '#shared/contract/operation.ts';
import type { Result } from '#shared/lib/result.ts';
import { dayInZone } from '#shared/lib/time.ts';
import { noFiles } from './noFiles.ts';

/** What a test may change between two calls. */
export interface CallMoment {
  readonly now: number;
  readonly actorId: string;
  readonly newId: () => string;
  /** Hears the number of each change transaction. */
  readonly onTransaction?: (transaction: number) => void;
}

/** What handlers get from the router, on a workspace in Shanghai; jobs cannot be run. */
export function handlerContext(db: WorkspaceDb, moment: CallMoment): CommandContext {
  const timeZone = 'Asia/Shanghai';
  return {
    db: db.read,
    now: moment.now,
    today: dayInZone(moment.now, timeZone),
    timeZone,
    currency: 'CNY',
    actorId: moment.actorId,
    door: 'test',
    newId: moment.newId,
    write: (label, run, options = {}) => {
      const outcome = db.write({ ...options, actor: moment.actorId, label, at: moment.now }, run);
      if (outcome.transaction !== null) moment.onTransaction?.(outcome.transaction);
      return outcome.result;
    },
    runJob: () => Promise.reject(new Error('No handler of this test runs jobs')),
    ...noFiles,
  };
}

/** Calls a handler as the router does: parses what goes in, and here also what comes out, success or failure. */
export async function callHandler<O extends Operation>(
  context: CommandContext,
  operation: O,
  handler: unknown,
  input: InputOf<O>,
): Promise<Result<OutputOf<O>, ErrorOf<O>>> {
  const run = handler as (context: CommandContext, input: unknown) => unknown;
  // As across a process boundary: only plain data arrives.
  const answer = structuredClone(await run(context, operation.input.parse(input))) as Result<unknown, unknown>;
  if (answer.ok) return { ok: true, value: operation.output.parse(answer.value) as OutputOf<O> };
  const own = operation.errors.safeParse(answer.error);
  const error = own.success ? own.data : commonErrorSchema.parse(answer.error);
  return { ok: false, error: error as ErrorOf<O> };
}

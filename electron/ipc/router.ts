import { performance } from 'node:perf_hooks';
import type { CommonError, CoreEvent, Operation, Topic } from '#shared/contract/operation.ts';
import { err, type Result } from '#shared/lib/result.ts';
import type { Logger } from 'pino';
import type { Envelope, Session } from '../core/types.ts';
import { JobCancelled } from '../workers/job.ts';

/** Slower than this is logged by name. */
const SLOW_MS = 40;

/** What running an operation came to. */
export interface RunOutcome {
  readonly result: Result<unknown, unknown>;
  /** The change transaction it made, if any. */
  readonly transaction: number | null;
  /** What it touched besides its own topics, by the rules that it set off. */
  readonly touched?: readonly Topic[];
}

/** What the router needs: who runs an operation, where failures are written, who hears of changes. */
export interface RouterDeps {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly isWorkspaceOpen: () => boolean;
  /** Runs a parsed operation. */
  readonly run: (operation: Operation, input: unknown, session: Session) => Promise<RunOutcome>;
  readonly emit: (event: CoreEvent) => void;
  readonly log: Logger;
  readonly newReference: () => string;
  readonly checkOutputs: boolean;
}

/** who asks → parse → run → envelope → log. Never rejects: whatever happens, the caller gets plain data. */
export function createRouter(deps: RouterDeps): (name: string, input: unknown, session: Session) => Promise<Envelope> {
  return async (name, input, session) => {
    const operation = deps.operations.get(name);
    if (!operation) return failure({ type: 'unknownOperation', operation: name.slice(0, 100) });
    if (operation.needsWorkspace && !deps.isWorkspaceOpen()) return failure({ type: 'noWorkspace' });
    const parsed = operation.input.safeParse(input ?? {});
    if (!parsed.success) {
      const issues = parsed.error.issues.slice(0, 20).map((issue) => ({
        path: issue.path.join('.'),
        message: issue.message,
      }));
      return failure({ type: 'invalidInput', issues });
    }
    const started = performance.now();
    try {
      return answer(deps, operation, await deps.run(operation, parsed.data, session));
    } catch (error) {
      return failure(unexpected(deps, operation, error));
    } finally {
      const ms = Math.round(performance.now() - started);
      if (ms > SLOW_MS) deps.log.warn({ operation: name, ms }, 'slow operation');
    }
  };
}

function answer(deps: RouterDeps, operation: Operation, { result, transaction, touched = [] }: RunOutcome): Envelope {
  if (!result.ok) return failure(result.error as CommonError);
  let value = result.value;
  if (deps.checkOutputs) {
    const checked = operation.output.safeParse(value);
    if (!checked.success) {
      throw new Error(
        `Answer of ${operation.name} breaks its contract: ${JSON.stringify(checked.error.issues.slice(0, 5))}`,
      );
    }
    value = checked.data;
  }
  const topics = touched.length === 0 ? operation.topics : [...new Set([...operation.topics, ...touched])];
  if (topics.length > 0) deps.emit({ type: 'changed', topics, transaction });
  return transaction === null ? { ok: true, value } : { ok: true, value, transaction };
}

/** Storage trouble is told as such; everything else is a defect that gets a reference to be found in the log. */
function unexpected(deps: RouterDeps, operation: Operation, error: unknown): CommonError {
  if (error instanceof JobCancelled) return { type: 'cancelled' };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN)|^(ENOSPC|EACCES|EROFS|EPERM|EDQUOT|EFBIG|EIO)$/.test(code)) {
    deps.log.error({ operation: operation.name, code }, 'storage refused the operation');
    return { type: 'storage', code };
  }
  const reference = deps.newReference();
  deps.log.error({ operation: operation.name, reference, err: error }, 'defect');
  return { type: 'internal', reference };
}

const failure = (error: CommonError): Envelope => err(error);

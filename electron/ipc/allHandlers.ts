import { contracts } from '#shared/contract/allOperations.ts';
import type { Operation } from '#shared/contract/operation.ts';
import type { Result } from '#shared/lib/result.ts';
import { pipelineHandlers } from '../features/pipeline/pipelineHandlers.ts';
import type { CommandContext, QueryContext } from './handler.ts';

/** A handler whose types were checked where it was written; the router only knows the operation it belongs to. */
export type AnyHandler = (
  context: QueryContext & CommandContext,
  input: unknown,
) => Result<unknown, unknown> | Promise<Result<unknown, unknown>>;

type Area = Record<string, Operation>;

/** Joins an area's operations with its handlers. Throws when one is missing, which the types already forbid. */
export function areaHandlers(contract: Area, handlers: Record<string, unknown>): [string, AnyHandler][] {
  return Object.entries(contract).map(([key, operation]) => {
    const handler = handlers[key];
    if (typeof handler !== 'function') throw new Error(`No handler for ${operation.name}`);
    return [operation.name, handler as AnyHandler];
  });
}

/** Every feature's handlers by operation name; those of the core itself (workspace, settings) are added by createCore. */
export const featureHandlers: ReadonlyMap<string, AnyHandler> = new Map([
  ...areaHandlers(contracts.pipeline, pipelineHandlers),
]);

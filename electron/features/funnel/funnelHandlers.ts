import type { funnelContract } from '#shared/contract/funnel.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { getFunnel } from './getFunnel.ts';
import { funnelRows } from './funnelRows.ts';

/** Everything the funnel area answers. Both read a process's whole history, so they run in a worker. */
export const funnelHandlers = { get: getFunnel, rows: funnelRows } satisfies HandlersFor<typeof funnelContract>;

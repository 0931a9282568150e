import { workspaceCounts } from '#db/queries/workspaceInfo.ts';
import type { workspaceContract } from '#shared/contract/workspace.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '../../ipc/handler.ts';

/** Counts what is in the open workspace; runs in the worker. */
export const workspaceContents: HandlersFor<typeof workspaceContract>['contents'] = ({ db }) => ok(workspaceCounts(db));

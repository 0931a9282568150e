import { workspaceContract, type WorkspaceInfo } from '#shared/contract/workspace.contract.ts';
import { go } from './navigation.ts';
import { operationKey, queryClient } from './queries.ts';
import { setRegion } from './region.ts';
import { forgetUndo } from './undo.ts';

/** Shows a workspace that was just opened or made, without waiting for the news of it; nothing of another one stays. */
export function enterWorkspace(workspace: WorkspaceInfo, to: string): void {
  const statusKey = operationKey(workspaceContract.status, {});
  const before = queryClient.getQueryData<object>(statusKey);
  queryClient.removeQueries({
    predicate: ({ queryKey }) => !['workspace.status', 'settings.get'].includes(String(queryKey[0])),
  });
  queryClient.setQueryData(statusKey, { ...before, open: workspace });
  forgetUndo();
  setRegion(workspace.timeZone, workspace.currency);
  go(to, { replace: true });
}

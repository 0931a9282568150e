import { workspaceContract, type WorkspaceInfo } from '#shared/contract/workspace.contract.ts';
import { useOperationQuery } from './queries.ts';

/** The open workspace with the person of this device; null before the core has answered and while none is open. */
export function useWorkspace(): WorkspaceInfo | null {
  return useOperationQuery(workspaceContract.status, {}).data?.open ?? null;
}

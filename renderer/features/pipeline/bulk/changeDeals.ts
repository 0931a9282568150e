import { showFailure } from '#renderer/platform/failure.ts';
import { currentT } from '#renderer/platform/language.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { clearSelection } from '../selectionStore.ts';
import { offerUndoOf, sendCommand } from '../sendCommand.ts';

/** Puts deals into the trash; one undo brings all of them back. */
export async function removeDeals(ids: readonly string[]): Promise<void> {
  const answer = await sendCommand(opportunityContract.remove, { ids: [...ids] });
  if (!answer.ok) return showFailure(answer.error);
  clearSelection();
  offerUndoOf(answer, currentT('pipeline.undo.removed', { count: answer.value.removed }));
}

/** Gives deals another owner or another expected close; one undo for all. */
export async function changeDeals(
  ids: readonly string[],
  fields: InputOf<typeof opportunityContract.updateMany>['fields'],
): Promise<void> {
  const answer = await sendCommand(opportunityContract.updateMany, { ids: [...ids], fields });
  if (!answer.ok) return showFailure(answer.error);
  offerUndoOf(answer, currentT('pipeline.undo.changed', { count: answer.value.changed }));
}

import { useOperationQuery } from '#renderer/platform/queries.ts';
import { type GateItem, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { MoveQuestion } from './moveStore.ts';

/**
 * The criteria that are open now: a task ticked, an activity logged, a sign-off given beside the dialog takes its line away.
 * For several deals and where nothing is checked, what the question came with.
 */
export function useOpenItems({ wish, items }: MoveQuestion): readonly GateItem[] {
  const [deal, ...others] = wish.deals;
  const isAsked = deal !== undefined && others.length === 0 && items.length > 0;
  const { data } = useOperationQuery(
    pipelineContract.checkMove,
    { opportunityId: deal?.id ?? '', toStageId: wish.to.id },
    { enabled: isAsked, staleTime: 0 },
  );
  return isAsked && data ? data.items.filter(({ met }) => !met) : items;
}

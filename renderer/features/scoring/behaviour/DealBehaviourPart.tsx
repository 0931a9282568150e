import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { BehaviourScoreCard } from './BehaviourScoreCard.tsx';

/** 行为积分 of a deal, its people included. */
export function DealBehaviourPart({ id }: RecordPartProps) {
  return <BehaviourScoreCard entity="opportunity" id={id} />;
}

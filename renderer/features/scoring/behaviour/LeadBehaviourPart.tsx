import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { BehaviourScoreCard } from './BehaviourScoreCard.tsx';

/** 行为积分 of a lead. */
export function LeadBehaviourPart({ id }: RecordPartProps) {
  return <BehaviourScoreCard entity="lead" id={id} />;
}

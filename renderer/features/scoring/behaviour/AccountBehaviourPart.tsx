import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { BehaviourScoreCard } from './BehaviourScoreCard.tsx';

/** 行为积分 of an account, its people and leads included. */
export function AccountBehaviourPart({ id }: RecordPartProps) {
  return <BehaviourScoreCard entity="account" id={id} />;
}

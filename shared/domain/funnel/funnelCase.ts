import type { StageClass } from '../../contract/primitives.ts';
import type { DealJourney, FunnelDeal } from './dealJourney.ts';

/** An open stage of the process, in order. */
export interface FunnelStageInfo {
  readonly stageId: string;
  readonly name: string;
  readonly stageClass: StageClass;
  readonly allowedDays: number | null;
}

/** A deal with its journey and what it is worth; amount in the workspace's currency, null where unknown or in another one. */
export interface FunnelCase {
  readonly deal: Pick<FunnelDeal, 'id' | 'status'>;
  readonly journey: DealJourney;
  readonly amountMinor: number | null;
}

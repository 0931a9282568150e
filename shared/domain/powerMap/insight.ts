import type { StageClass } from '#shared/contract/primitives.ts';
import type { IsoDate } from '../../lib/time.ts';
import type { PowerMapView } from './powerMapView.ts';

/** Everything an insight may look at. */
export interface InsightContext {
  readonly map: PowerMapView;
  /** Class of the stage the deal is in; some gaps matter only later. */
  readonly stageClass: StageClass;
  readonly today: IsoDate;
}

/** What the map tells the seller: a code with parameters, never a sentence, and the people it rests on. */
export interface Insight {
  readonly code: InsightCode;
  readonly severity: 'urgent' | 'warning' | 'notice';
  /** Shares 0..1, whole days, counts and departments; people are in `people`. */
  readonly params: Readonly<Record<string, string | number>>;
  /** Stakeholder ids, the one it is about first. */
  readonly people: readonly string[];
  /** Relation ids. */
  readonly relations: readonly string[];
}

export type InsightCode =
  | 'noDecisionMaker'
  | 'singleThread'
  | 'noPathToDecisionMaker'
  | 'unmetDecisionMaker'
  | 'uncoveredKeyPlayer'
  | 'supportersOutnumbered'
  | 'nobodyAgainst'
  | 'supportersInConflict'
  | 'effortMismatch'
  | 'hiddenInfluencer'
  | 'vacantRole'
  | 'staleJudgement';

/** One rule; answers one insight per finding, none when the map gives no reason. */
export type InsightRule = (context: InsightContext) => Insight[];

import {
  effortMismatch,
  staleJudgement,
  uncoveredKeyPlayer,
  unmetDecisionMaker,
  vacantRole,
} from './coverageInsights.ts';
import type { Insight, InsightContext, InsightRule } from './insight.ts';
import {
  hiddenInfluencer,
  noDecisionMaker,
  noPathToDecisionMaker,
  nobodyAgainst,
  singleThread,
  supportersInConflict,
  supportersOutnumbered,
} from './supportInsights.ts';

/** In the order in which findings of equal severity are shown. */
const rules: readonly InsightRule[] = [
  noDecisionMaker,
  singleThread,
  unmetDecisionMaker,
  noPathToDecisionMaker,
  supportersOutnumbered,
  uncoveredKeyPlayer,
  supportersInConflict,
  effortMismatch,
  staleJudgement,
  hiddenInfluencer,
  nobodyAgainst,
  vacantRole,
];
const rank = { urgent: 0, warning: 1, notice: 2 } as const;

/** Everything the map gives reason to say, most severe first. An empty map says nothing: there is nothing to judge. */
export function insights(context: InsightContext): Insight[] {
  if (context.map.people.length === 0) return [];
  return rules.flatMap((rule) => rule(context)).toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}

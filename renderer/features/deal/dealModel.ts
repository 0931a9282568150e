import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import type { Stage } from '#shared/contract/pipeline.contract.ts';

/** One piece of the stage path. */
export interface PathStep {
  readonly stage: Stage;
  readonly state: 'passed' | 'current' | 'ahead';
  /** Business days spent in it over all visits, null when it was never entered. */
  readonly days: number | null;
  /** Share of the path's width. */
  readonly weight: number;
}

const AHEAD_WEIGHT = 12;

/** The open stages of the deal's process with the days spent in each; longer stays are drawn wider. */
export function pathSteps({ process, visits, card }: OpportunityPage): readonly PathStep[] {
  const open = process.stages.filter(({ stageClass }) => stageClass !== 'won' && stageClass !== 'lost');
  const current = open.find((stage) => stage.id === card.stageId);
  return open.map((stage) => {
    const own = visits.filter((visit) => visit.stageId === stage.id);
    const days = own.length === 0 ? null : own.reduce((sum, visit) => sum + visit.days, 0);
    const isPast = current === undefined ? own.length > 0 : stage.position < current.position;
    const state = stage.id === card.stageId ? 'current' : isPast ? 'passed' : 'ahead';
    return { stage, state, days, weight: Math.min(60, Math.max(AHEAD_WEIGHT, days ?? 0)) };
  });
}

/** One win rate with what it makes of the amount, in the order stage, own, model. */
export interface RateLine {
  readonly key: 'stage' | 'own' | 'model';
  readonly share: number | null;
  readonly expectedMinor: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The three win rates of a deal, never averaged. */
export function rateLines({ card, expected, model }: OpportunityPage): readonly RateLine[] {
  return [
    { key: 'stage', share: card.stageWinRate, expectedMinor: expected.stageMinor, low: null, high: null },
    { key: 'own', share: card.ownWinRate, expectedMinor: expected.ownMinor, low: null, high: null },
    {
      key: 'model',
      share: card.modelWinRate,
      expectedMinor: expected.modelMinor,
      low: model?.low ?? null,
      high: model?.high ?? null,
    },
  ];
}

import type { DealFacts } from '#shared/domain/scoring/deals/dealFacts.ts';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';

export const NOW = Date.UTC(2026, 8, 14, 2);
export const DAY = 86_400_000;

/** A deal in the middle of its life; everything can be said otherwise. */
export const dealFacts = (given: Partial<DealFacts> = {}): DealFacts => ({
  createdAt: NOW - 60 * DAY,
  stageWeight: 0.4,
  stagePlace: 0.5,
  stageClass: 'engage',
  stageAllowedDays: 20,
  stageEnteredAt: NOW - 10 * DAY,
  backs: 0,
  reopened: 0,
  closeAt: NOW + 40 * DAY,
  pushes: 0,
  amountMinor: 100_000_000,
  amountUps: 0,
  amountDowns: 0,
  activities: 4,
  meetings: 2,
  lastActivityAt: NOW - 9 * DAY,
  rhythm: 1.5,
  rhythmAt: NOW - 9 * DAY,
  contactsMet: 2,
  people: 5,
  peopleMet: 2,
  deciders: 1,
  decidersMet: 0,
  coaches: 0,
  supporters: 1,
  opponents: 1,
  c139Clear: 4,
  c139First: 1,
  c139Win: 0,
  c139Coach: null,
  evidence: 1,
  tasksDone: 2,
  documents: 1,
  processId: 'p',
  productLineId: 'l',
  source: '展会',
  ownerId: 'm',
  industry: '医疗',
  region: '华东',
  ownership: '公立',
  tier: 'A',
  employees: 800,
  ...given,
});

/** 400 closed deals of which those whose decider was met are won four times as often; everything else is noise or constant. */
export function modelOfDeciders() {
  const rows = 400;
  const facts = Array.from({ length: rows }, (_, n) =>
    dealFacts({
      createdAt: NOW - (40 + ((n * 7) % 90)) * DAY,
      decidersMet: n % 2,
      coaches: (n >> 1) % 2,
      peopleMet: 1 + (n % 3),
      supporters: n % 4,
      amountMinor: 10_000_000 + ((n * 37) % 101) * 1_000_000,
    }),
  );
  // Of the met ones 16 of 20 are won, of the others 4 of 20.
  const outcome = Uint8Array.from(facts, ({ decidersMet }, n) =>
    (n >> 1) % 20 < (decidersMet === 1 ? 16 : 4) ? 1 : 0,
  );
  return trainModel(
    {
      rows,
      columns: dealColumns(facts, NOW),
      outcome,
      group: facts.map((_, n) => `g${n}`),
    },
    { seed: 1 },
  );
}

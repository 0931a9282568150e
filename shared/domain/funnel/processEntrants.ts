import type { CohortWindow } from './cohort.ts';
import type { FunnelCase } from './funnelStages.ts';

/** How many deals entered the process (their first stage, whichever it was) in the window, and how many of them are won. */
export function processEntrants(cases: Iterable<FunnelCase>, window: CohortWindow): { entered: number; won: number } {
  let entered = 0;
  let won = 0;
  for (const { deal, journey } of cases) {
    let first: number | null = null;
    for (const visit of journey.visits) {
      if (visit.entered !== null && (first === null || visit.entered < first)) first = visit.entered;
    }
    if (first === null || first < window.from || first >= window.to) continue;
    entered += 1;
    if (deal.status === 'won') won += 1;
  }
  return { entered, won };
}

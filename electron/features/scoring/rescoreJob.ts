import type { ScoredKind } from '#db/queries/scoring/scoredRecords.ts';
import { defineJob } from '../../workers/job.ts';
import { noteChanges, refreshFacts, scoreAll } from './rescore.ts';
import { scoringContext } from './scoringContext.ts';

/** What is to be brought up to date. */
export interface RescoreInput {
  readonly kinds: readonly ScoredKind[];
}

/** What was done; `more` when the time of one turn was used up before the facts were all folded. */
export interface RescoreDone {
  readonly scored: number;
  readonly changed: number;
  readonly ms: number;
  readonly more: boolean;
}

/** How long one turn folds; commands wait meanwhile. */
const TURN_MS = 700;

/**
 * Brings the figures of the models in use up to date. It is exclusive, so that no figure is computed from facts that change
 * under it, and takes turns, so that no command waits longer than about a second: call it until there is no `more`.
 */
export const rescoreJob = defineJob<RescoreInput, RescoreDone>({
  name: 'scoring.rescore',
  exclusive: true,
  run: (context, { kinds }) => {
    const started = performance.now();
    const isOver = (): boolean => performance.now() - started > TURN_MS;
    const scoring = scoringContext(context.workspace, context);
    noteChanges(scoring);
    let [scored, changed] = [0, 0];
    for (const kind of kinds) {
      const done = refreshFacts(scoring, kind, isOver, (count, total) => context.report('facts', count, total));
      if (!done) return { scored, changed, ms: performance.now() - started, more: true };
      const outcome = scoreAll(scoring, kind);
      scored += outcome.scored;
      changed += outcome.changed;
    }
    return { scored, changed, ms: performance.now() - started, more: false };
  },
});

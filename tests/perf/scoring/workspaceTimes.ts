import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TimingSection } from './timingSections.ts';
import { measureWorkspaceScores } from './workspaceScores.ts';

/** Scoring a workspace of 100,000 open deals: facts, figures, one touched deal. The sample is made once and kept. */
export const workspaceTimes: TimingSection = {
  name: 'workspace',
  measure(say) {
    const figures = measureWorkspaceScores(join(tmpdir(), 'kongdan-bench'), 'large', say);
    const { deals, trainingTable, rescoreAll, oneDeal } = figures;
    return Promise.resolve([
      {
        name: 'training table',
        ms: trainingTable.ms,
        note: `${trainingTable.rows} rows of ${trainingTable.records} closed deals`,
      },
      { name: 'first fold', ms: figures.firstFold, note: `${deals} deals from all their events, written` },
      { name: 'first figures', ms: figures.firstScores, note: `${deals} deals` },
      { name: 'figures of a new day', ms: rescoreAll.p50, note: `${deals} deals read, ${rescoreAll.changed} written` },
      { name: 'nothing happened', ms: figures.rescoreNothing, note: `${deals} deals looked at` },
      { name: 'one touched deal', ms: oneDeal.p50, note: `p95 ${oneDeal.p95.toFixed(1)} ms` },
    ]);
  },
};

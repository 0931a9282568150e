import { performance } from 'node:perf_hooks';
import type { CoreEvent } from '#shared/contract/operation.ts';
import { ok } from '#shared/lib/result.ts';
import { dayInZone } from '#shared/lib/time.ts';
import type { Logger } from 'pino';
import { fireEventRules, RULE_TOPICS } from '../features/automation/eventRules.ts';
import { lookForTimeRules, type RuleWalk, writeTimeRules } from '../features/automation/timeRules.ts';
import type { WorkspaceManager } from './workspaceManager.ts';

/** What looking at rules needs of the core. */
export interface RuleLookDeps {
  readonly workspaces: WorkspaceManager;
  readonly newId: () => string;
  readonly now: () => number;
  readonly log: Logger;
  readonly emit: (event: CoreEvent) => void;
}

const SLOW_MS = 50;

/** Makes the look for rules that time has met: each call goes a bounded way further through the open deals. */
export function createRuleLook(deps: RuleLookDeps): () => void {
  let whose = '';
  let walk: RuleWalk | null = null;
  return () => {
    const workspace = deps.workspaces.current();
    if (!workspace) return;
    if (whose !== workspace.path) walk = null;
    whose = workspace.path;
    const started = performance.now();
    const now = deps.now();
    const { timeZone, actorId } = workspace;
    const context = {
      db: workspace.db.read,
      now,
      today: dayInZone(now, timeZone),
      timeZone,
      actorId,
      newId: deps.newId,
    };
    const { due, next } = lookForTimeRules(context, walk);
    if (due.length > 0) {
      const label = 'automation.run';
      const { result, transaction } = workspace.db.write({ actor: actorId, label, at: now }, (db) => {
        const fired = writeTimeRules(context, db, due);
        // A field that one of them set may be what another waits for.
        fireEventRules(context, db);
        return ok(fired);
      });
      // The disk refused: the walk stays where it is, so that the next look tries again.
      if (!result.ok) throw new Error(`What rules do could not be written: ${result.error.type}`);
      if (transaction !== null) deps.emit({ type: 'changed', topics: RULE_TOPICS, transaction });
    }
    walk = next;
    const ms = Math.round(performance.now() - started);
    if (ms > SLOW_MS) deps.log.warn({ ms }, 'slow look for rules');
  };
}

import { openConnection } from '#db/driver.ts';
import { contracts } from '#shared/contract/allOperations.ts';
import type { RuleTrigger } from '#shared/contract/ruleBody.ts';
import { BENCH_NOW } from '../benchWorkspace.ts';
import { compareWays } from '../measure.ts';
import { type EngineCase, must, prepareFile, withCore } from './engineCase.ts';

const DAY = 86_400_000;

/** The same question by hand, without looking at any deal twice. */
const PLAIN: Partial<Record<RuleTrigger['kind'], { readonly sql: string; readonly params: readonly number[] }>> = {
  noContact: {
    sql: `SELECT count(*) FROM opportunity o WHERE o.status = 'open' AND o.removedAt IS NULL AND coalesce((
        SELECT a.at FROM activity a WHERE a.opportunityId = o.id AND a.removedAt IS NULL AND a.kind <> 'note' AND a.at <= ?
        ORDER BY a.at DESC LIMIT 1), o.createdAt) < ?`,
    params: [BENCH_NOW, BENCH_NOW - 14 * DAY],
  },
  roleMissing: {
    sql: `SELECT count(*) FROM opportunity o WHERE o.status = 'open' AND o.removedAt IS NULL AND o.stageEnteredAt < ?
        AND NOT EXISTS (SELECT 1 FROM stakeholder s WHERE s.opportunityId = o.id AND s.removedAt IS NULL
          AND s.contactId IS NOT NULL AND s.roles LIKE '%"decider"%')`,
    params: [BENCH_NOW - 14 * DAY],
  },
};

/** A dry run over the open deals of the sample, or over all deals as if none were closed; worker and its messages included. */
export const dryRunCase = (name: string, trigger: RuleTrigger, deals: 'open' | 'all'): EngineCase => ({
  name,
  operation: contracts.automation.dryRun.name,
  measure: async (path, rounds) => {
    if (deals === 'all') prepareFile(path, "UPDATE opportunity SET status = 'open' WHERE removedAt IS NULL");
    const plain = PLAIN[trigger.kind];
    if (plain === undefined) throw new Error(`No plain statement for ${trigger.kind}`);
    const rule = {
      name: 'bench',
      processId: null,
      enabled: true,
      trigger,
      conditions: [],
      actions: [
        { kind: 'raiseRisk', text: 'bench' },
        { kind: 'createTask', title: 'bench', dueDays: 3 },
      ],
    };
    const connection = openConnection(path, { readonly: true });
    const statement = connection.prepare(plain.sql);
    try {
      return await withCore(path, (core) =>
        compareWays(
          Array.from({ length: rounds }, () => ({ rule })),
          {
            core: (input) => must(core, contracts.automation.dryRun.name, input),
            plain: () => statement.all(...plain.params),
          },
        ),
      );
    } finally {
      connection.close();
    }
  },
});

import { contracts } from '#shared/contract/allOperations.ts';
import type { ListedRule } from '#shared/contract/automation.contract.ts';
import { findMoves, timeMoves, timePlainMoves } from '../moveCase.ts';
import { type EngineCase, must, withCore } from './engineCase.ts';

/** A move to the next stage, gate included, with so many rules that fire on it (a risk, and every fourth a task). */
export const stageEntryCase = (name: string, rules: number): EngineCase => ({
  name,
  operation: contracts.pipeline.move.name,
  measure: async (path, rounds) => {
    const moves = findMoves(path, rounds * 10);
    const half = Math.floor(moves.length / 2);
    const core = await withCore(path, async (opened) => {
      const known = (await must(opened, contracts.automation.list.name, {})) as ListedRule[];
      for (const { id } of known) await must(opened, contracts.automation.setEnabled.name, { id, enabled: false });
      for (let n = 0; n < rules; n += 1) {
        const action =
          n % 4 === 0
            ? { kind: 'createTask', title: `bench ${n}`, dueDays: 3 }
            : { kind: 'raiseRisk', text: `bench ${n}` };
        await must(opened, contracts.automation.save.name, {
          name: `bench ${n}`,
          trigger: { kind: 'stageEntered', stageKey: null },
          conditions: [{ kind: 'coverage', role: 'decider', op: 'below', coverage: 'deep' }],
          actions: [action],
        });
      }
      return timeMoves(opened, moves.slice(0, half));
    });
    return { core, plain: timePlainMoves(path, moves.slice(half)) };
  },
});

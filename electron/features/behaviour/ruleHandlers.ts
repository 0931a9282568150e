import { newestWithEvents } from '#db/queries/behaviour/previewRecords.ts';
import { BEHAVIOUR_RULE_SET, eventKinds } from '#db/queries/behaviour/ruleSet.ts';
import { recordEvents } from '#db/queries/behaviour/recordEvents.ts';
import { recordNames } from '#db/queries/changes/recordNames.ts';
import { queueEveryState } from '#db/repositories/behaviourStates.ts';
import { getRow, insertRow, updateRow } from '#db/rows.ts';
import { scoreRuleSet } from '#db/schema/scoring.ts';
import type { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import { pointsOfEvents } from '#shared/domain/scoring/behaviour/behaviourState.ts';
import { judgeRules } from '#shared/domain/scoring/behaviour/judgeRules.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '../../ipc/handler.ts';
import { currentRules } from './currentRules.ts';

/** The rules that count, and the kinds of kept events that they do not speak of. */
export const rules: Handler<typeof behaviourContract.rules> = ({ db, timeZone }) => {
  const current = currentRules(db, timeZone);
  const known = new Set(current.rules.map(({ kind }) => kind));
  return ok({
    rules: [...current.rules],
    shipped: current.shipped,
    withoutRule: eventKinds(db).filter(({ kind }) => !known.has(kind)),
  });
};

/** Puts a draft in place of the rules; every kept figure is folded anew. */
export const saveRules: Handler<typeof behaviourContract.saveRules> = (context, input) => {
  const problems = judgeRules(input.rules);
  if (problems.length > 0) return err({ type: 'badRules', problems });
  return context.write('behaviour.saveRules', (db): Answer<typeof behaviourContract.saveRules> => {
    const body = JSON.stringify({ rules: input.rules });
    if (getRow(db, scoreRuleSet, BEHAVIOUR_RULE_SET))
      updateRow(db, scoreRuleSet, BEHAVIOUR_RULE_SET, { body, removedAt: null });
    else insertRow(db, scoreRuleSet, { id: BEHAVIOUR_RULE_SET, kind: 'behaviour', body, createdAt: context.now });
    queueEveryState(db);
    return ok({});
  });
};

/** So many records are compared; with more, the ones with the newest events. */
const COMPARED = 5000;
const MOVERS = 10;

/** Where the records stand now and with a draft. */
export const preview: Handler<typeof behaviourContract.preview> = (context, { rules: draft, entity }) => {
  const { db, now, timeZone } = context;
  const current = currentRules(db, timeZone);
  const ids = newestWithEvents(db, entity, now, COMPARED);
  const byRecord = recordEvents(db, entity, ids);
  const before = [0, 0, 0, 0, 0];
  const after = [0, 0, 0, 0, 0];
  const moves: { id: string; now: number; draft: number }[] = [];
  for (const [id, found] of byRecord) {
    const was = pointsOfEvents(found, current.rules, now, current.dayOf).shown;
    const is = pointsOfEvents(found, draft, now, current.dayOf).shown;
    count(before, was);
    count(after, is);
    if (Math.abs(is - was) >= 1) moves.push({ id, now: was, draft: is });
  }
  moves.sort((a, b) => Math.abs(b.draft - b.now) - Math.abs(a.draft - a.now) || (a.id < b.id ? -1 : 1));
  const movers = moves.slice(0, MOVERS);
  const names = recordNames(
    db,
    entity,
    movers.map(({ id }) => id),
  );
  return ok({
    problems: judgeRules(draft),
    records: byRecord.size,
    limit: COMPARED,
    now: before,
    draft: after,
    moved: moves.length,
    movers: movers.map((move) => ({ ...move, name: names.get(move.id) ?? '' })),
  });
};

function count(bins: number[], points: number): void {
  if (points <= 0) return;
  const bin = Math.min(4, Math.floor(points / 20));
  bins[bin] = (bins[bin] ?? 0) + 1;
}

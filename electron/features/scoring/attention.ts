import {
  attentionDeals,
  candidateCounts,
  type CandidateRow,
  mostAtStake,
  mostExpected,
  unscoredCount,
} from '#db/queries/scoring/attention.ts';
import { stageRows } from '#db/queries/pipeline/processes.ts';
import { inputRowsOf } from '#db/queries/scoring/scoredRecords.ts';
import type { ReadDb } from '#db/handles.ts';
import type { AttentionRow, DealStep, explanationOperations } from '#shared/contract/scoringExplanation.ts';
import type { DealFacts } from '#shared/domain/scoring/deals/dealFacts.ts';
import { rankAttention } from '#shared/domain/scoring/explain/rankAttention.ts';
import { whyNow } from '#shared/domain/scoring/explain/whyNow.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler, QueryContext } from '../../ipc/handler.ts';
import { currentRules } from '../behaviour/currentRules.ts';
import { scoresNow } from '../behaviour/foldRecord.ts';
import { resolveFilter } from '../pipeline/resolveFilter.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';
import { type ActiveModel, activeModel } from './activeModel.ts';
import { dealSteps } from './dealSteps.ts';
import { factsOfText } from './factsOfText.ts';
import { foldRecords } from './foldRecords.ts';
import { modelRef } from './modelRef.ts';

/** Deals whose steps are computed exactly: those with the most at stake. A deal after them is not looked at (it is counted on the page). */
const LOOKED = 500;

/** Open deals in the order in which effort pays. */
export const attention: Handler<typeof explanationOperations.attention> = (context, input) => {
  const { db, currency } = context;
  const active = activeModel(db, 'deal');
  const speaks = active !== null && active.model.verdict !== 'abstains';
  const filter = filterOf(context, input);
  const counts = candidateCounts(db, filter, currency);
  const candidates = (speaks ? mostAtStake : mostExpected)(db, filter, currency, LOOKED);
  const rankable = counts.total - counts.noAmount - counts.otherCurrency;
  const unscored = speaks && candidates.length < LOOKED ? rankable - candidates.length : 0;
  const hidden = speaks && candidates.length === LOOKED ? unscoredCount(db, filter, currency) : unscored;
  const { rows, ranked } = rankRows(context, candidates, speaks ? active : null, input.limit);
  return ok({
    rule: speaks ? 'gain' : 'gap',
    model: active && modelRef(db, active),
    rows,
    looked: candidates.length,
    ranked,
    beyond: rankable - candidates.length - hidden,
    noAmount: counts.noAmount,
    otherCurrency: counts.otherCurrency,
    unscored: hidden,
  });
};

type Input = Parameters<typeof attention>[1];

function filterOf(context: QueryContext, { ownerId, processId, closeFrom, closeTo }: Input) {
  const stages = stageRows(context.db, processId === undefined ? undefined : [processId]);
  const filter = {
    ...(ownerId === undefined ? {} : { ownerIds: [ownerId] }),
    ...(closeFrom === undefined ? {} : { closeFrom }),
    ...(closeTo === undefined ? {} : { closeTo }),
  };
  const processIds = processId === undefined ? [...new Set(stages.map((stage) => stage.processId))] : [processId];
  return resolveFilter(context, filter, { processIds, stageIds: null, stages });
}

function rankRows(
  context: QueryContext,
  candidates: readonly CandidateRow[],
  active: ActiveModel | null,
  limit: number,
): { rows: AttentionRow[]; ranked: number } {
  const { db, now } = context;
  const ids = candidates.map(({ id }) => id);
  const facts = factsOf(db, ids, now);
  const subjects = dealSteps(db, ids, now);
  const cases = candidates.flatMap((candidate) => {
    const known = facts.get(candidate.id);
    if (known === undefined) return [];
    // The moment of the shown figure, as long as nothing happened since, so that the list says what the deal's page says.
    const asOf = candidate.asOf !== null && candidate.inputHash === known.hash ? candidate.asOf : now;
    const possible = new Set(subjects.get(candidate.id)?.keys());
    return [{ id: candidate.id, amountMinor: candidate.amountMinor, facts: known.facts, asOf, possible }];
  });
  const ranking = rankAttention(active?.model ?? null, cases);
  const calendar = workCalendar(context);
  const shown = ranking.slice(0, limit);
  const deals = new Map(
    attentionDeals(
      db,
      shown.map(({ id }) => id),
    ).map((deal) => [deal.id, deal]),
  );
  const surges = scoresNow(db, 'opportunity', [...deals.keys()], currentRules(db, context.timeZone), now);
  const rows = shown.flatMap((one): AttentionRow[] => {
    const deal = deals.get(one.id);
    const fact = facts.get(one.id);
    if (deal === undefined || fact === undefined) return [];
    const subject = subjects.get(one.id)?.get(one.kind) ?? { person: null, subject: '', taskId: null };
    const step: DealStep = { kind: one.kind, ...subject, effect: one.effect };
    return [
      {
        id: deal.id,
        name: deal.name,
        account: deal.accountId === null ? null : { id: deal.accountId, name: deal.accountName ?? '' },
        owner: deal.ownerId === null ? null : { id: deal.ownerId, name: deal.ownerName ?? '' },
        stageName: deal.stageName,
        amountMinor: one.amountMinor,
        probability: one.effect?.from ?? null,
        stageWinRate: deal.winRateMille / 1000,
        expectedClose: deal.expectedClose,
        step,
        worthMinor: one.worthMinor,
        why: [
          ...(surges.get(deal.id)?.surge.verdict === 'surging' ? [{ code: 'surge' as const, days: 0 }] : []),
          ...whyNow(fact.facts, now, (from, to) => calendar.workingDaysBetweenInstants(from, to)),
        ],
      },
    ];
  });
  return { rows, ranked: ranking.length };
}

/** Facts as they are kept for scoring; of deals that were not folded yet, folded now. */
function factsOf(db: ReadDb, ids: readonly string[], now: number): Map<string, { facts: DealFacts; hash: string }> {
  const kept = inputRowsOf(db, 'deal', ids);
  const known = new Set(kept.map(({ id }) => id));
  const missing = ids.filter((id) => !known.has(id));
  return new Map(
    [...kept, ...foldRecords(db, 'deal', missing, now)].map(({ id, facts, hash }) => [
      id,
      { facts: factsOfText(facts), hash },
    ]),
  );
}

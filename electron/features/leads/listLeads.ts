import { type LeadFilter, leadCount, leadList, type LeadListRow } from '#db/queries/lead/leadList.ts';
import { leadCounts, leadsInHand, leadSources } from '#db/queries/lead/leadOverview.ts';
import { toMark } from '#db/queries/scoring/attributeMark.ts';
import { findMatches } from '#db/queries/search/findMatches.ts';
import type { ReadDb } from '#db/handles.ts';
import { type LeadRow, leadContract, leadStatusSchema } from '#shared/contract/lead.contract.ts';
import type { ParsedInputOf } from '#shared/contract/operation.ts';
import type { LeadStatus } from '#shared/domain/leads/leadAction.ts';
import { searchExpression, searchWords } from '#shared/domain/search/searchWords.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler, QueryContext } from '../../ipc/handler.ts';
import { currentRules } from '../behaviour/currentRules.ts';
import { type RecordScore, scoresNow } from '../behaviour/foldRecord.ts';
import { holdingDays, holdingNow } from './holdingRules.ts';
import { dayEnd, dayStart } from './periodOfDays.ts';

type Input = ParsedInputOf<typeof leadContract.list>;

/** More hits than any workspace has leads. */
const EVERY_HIT = 1_000_000;

const IN_HAND: readonly LeadStatus[] = ['new', 'verifying'];
const STATUSES: Readonly<Record<Input['view'], readonly LeadStatus[] | undefined>> = {
  mine: IN_HAND,
  all: undefined,
  pool: ['pool'],
  converted: ['converted'],
  disqualified: ['disqualified'],
};

/** One window of the inbox, narrowed, ordered and cut by the database. */
export const listLeads: Handler<typeof leadContract.list> = (context, input) => {
  const filter = filterOf(context, input);
  const rows = leadList(context.db, filter, { ...input, now: context.now });
  const { db, now, timeZone } = context;
  const ids = rows.map(({ id }) => id);
  const scores = scoresNow(db, 'lead', ids, currentRules(db, timeZone), now);
  return ok({
    rows: rows.map((row) => toLeadRow(row, scores.get(row.id), context)),
    total: leadCount(db, filter),
  });
};

/** How many leads each view has, and what the filters offer. */
export const overviewOfLeads: Handler<typeof leadContract.overview> = ({ db, actorId }) => {
  const counts = leadCounts(db);
  const of = (status: LeadStatus): number => counts.get(status) ?? 0;
  return ok({
    counts: {
      mine: leadsInHand(db, actorId),
      all: [...counts.values()].reduce((sum, n) => sum + n, 0),
      pool: of('pool'),
      converted: of('converted'),
      disqualified: of('disqualified'),
    },
    sources: leadSources(db),
    holdingDays: holdingDays(db),
  });
};

function filterOf(context: QueryContext, input: Input): LeadFilter {
  const statuses = STATUSES[input.view];
  return {
    foundIds: foundIds(context.db, input.text),
    statuses: narrowed(statuses, input.statuses),
    ownerIds: input.view === 'mine' ? [context.actorId] : input.ownerIds,
    ownerless: input.ownerless,
    surging: input.surging,
    sources: input.sources,
    createdFrom: input.createdFrom === undefined ? undefined : dayStart(context, input.createdFrom),
    createdBefore: input.createdTo === undefined ? undefined : dayEnd(context, input.createdTo),
  };
}

/** Both wishes hold; when they have nothing in common, nothing is found. */
function narrowed(
  view: readonly string[] | undefined,
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (asked === undefined || asked.length === 0) return view;
  if (view === undefined) return asked;
  const both = asked.filter((status) => view.includes(status));
  return both.length === 0 ? ['none'] : both;
}

function foundIds(db: ReadDb, text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  const expression = searchExpression(searchWords(text), false);
  return JSON.stringify(expression === null ? [] : findMatches(db, 'lead', expression, EVERY_HIT));
}

function toLeadRow(row: LeadListRow, score: RecordScore | undefined, context: QueryContext): LeadRow {
  const { ownerId, ownerName, heldSince, heldUntil, status, ruleSetId, points, thin, ...rest } = row;
  return {
    ...rest,
    status: knownStatus(status),
    owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
    attribute: toMark({ ruleSetId, points, thin }),
    behaviour: score
      ? {
          points: score.shown,
          surging: score.surge.verdict === 'surging',
          recent: score.surge.recent,
          usual: score.surge.usual,
        }
      : null,
    holding: holdingNow({ status, heldSince, heldUntil }, context),
  };
}

/** A state that only a newer program knows counts as new: somebody has to look at it. */
export function knownStatus(status: string): LeadStatus {
  const known = leadStatusSchema.safeParse(status);
  return known.success ? known.data : 'new';
}

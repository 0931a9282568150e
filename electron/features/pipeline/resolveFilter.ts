import type { DealFilter } from '#db/queries/pipeline/dealFilter.ts';
import type { StageRow } from '#db/queries/pipeline/processes.ts';
import { findDeals, type DealScope } from '#db/queries/search/findMatches.ts';
import type { PipelineFilter } from '#shared/contract/pipeline.contract.ts';
import { searchExpression, searchWords } from '#shared/domain/search/searchWords.ts';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import type { QueryContext } from '#electron/ipc/handler.ts';
import { workCalendar } from './workCalendar.ts';

/** The statuses that each choice of the filter means; open deals when nothing was chosen. */
export const statusesOf: Record<NonNullable<PipelineFilter['status']>, readonly string[]> = {
  open: ['open'],
  paused: ['paused'],
  won: ['won'],
  lost: ['lost', 'noDecision'],
  closed: ['won', 'lost', 'noDecision'],
  any: ['open', 'paused', 'won', 'lost', 'noDecision'],
};

/** Turns what a person chose into what SQL can answer: asks the search index and the calendar once per call. */
export function resolveFilter(
  context: Pick<QueryContext, 'db' | 'now' | 'timeZone'>,
  filter: PipelineFilter,
  scope: {
    readonly processIds: readonly string[];
    readonly stageIds: readonly string[] | null;
    readonly stages: Iterable<StageRow>;
  },
): DealFilter {
  const { text, status, ...rest } = filter;
  return {
    ...rest,
    processIds: scope.processIds,
    stageIds: scope.stageIds,
    statuses: statusesOf[status ?? 'open'],
    found: findByStage(context, text, { processIds: scope.processIds, statuses: statusesOf[status ?? 'open'] }),
    ownerIds: rest.ownerIds?.length === 0 ? undefined : rest.ownerIds,
    overdueBefore: overdueBefore(context, scope.stages),
  };
}

function findByStage(
  context: Pick<QueryContext, 'db'>,
  text: string | undefined,
  scope: DealScope,
): ReadonlyMap<string, readonly string[]> | null {
  if (text === undefined || text.trim() === '') return null;
  const expression = searchExpression(searchWords(text), false);
  const found = new Map<string, string[]>();
  // Something was typed, but nothing that could be found, such as a single dash.
  if (expression === null) return found;
  for (const { id, stageId } of findDeals(context.db, expression, scope)) {
    const ids = found.get(stageId);
    if (ids === undefined) found.set(stageId, [id]);
    else ids.push(id);
  }
  return found;
}

/** Per open stage with a limit: deals that entered before this instant are overdue. */
function overdueBefore(
  context: Pick<QueryContext, 'db' | 'now' | 'timeZone'>,
  stages: Iterable<StageRow>,
): ReadonlyMap<string, number> {
  const calendar = workCalendar(context);
  const limits = new Map<number, number>();
  const result = new Map<string, number>();
  for (const stage of stages) {
    if (stage.allowedDays === null || !isOpenStage(stage)) continue;
    const limit = limits.get(stage.allowedDays) ?? calendar.overdueBefore(context.now, stage.allowedDays);
    limits.set(stage.allowedDays, limit);
    result.set(stage.id, limit);
  }
  return result;
}

import { contracts } from '#shared/contract/allOperations.ts';
import type { Operation } from '#shared/contract/operation.ts';
import type { Result } from '#shared/lib/result.ts';
import { accountHandlers } from '../features/accounts/accountHandlers.ts';
import { activityHandlers } from '../features/activities/activityHandlers.ts';
import { attributeScoreHandlers } from '../features/attributeScores/attributeScoreHandlers.ts';
import { automationHandlers } from '../features/automation/automationHandlers.ts';
import { riskHandlers } from '../features/automation/riskHandlers.ts';
import { behaviourHandlers } from '../features/behaviour/behaviourHandlers.ts';
import { calendarHandlers } from '../features/calendar/calendarHandlers.ts';
import { changesHandlers } from '../features/changes/changesHandlers.ts';
import { contactHandlers } from '../features/contacts/contactHandlers.ts';
import { documentHandlers } from '../features/documents/documentHandlers.ts';
import { duplicateHandlers } from '../features/duplicates/duplicateHandlers.ts';
import { funnelHandlers } from '../features/funnel/funnelHandlers.ts';
import { noticeHandlers } from '../features/notices/noticeHandlers.ts';
import { leadHandlers } from '../features/leads/leadHandlers.ts';
import { opportunityHandlers } from '../features/opportunity/opportunityHandlers.ts';
import { pipelineHandlers } from '../features/pipeline/pipelineHandlers.ts';
import { processHandlers } from '../features/processes/processHandlers.ts';
import { powerMapHandlers } from '../features/powerMap/powerMapHandlers.ts';
import { qualificationHandlers } from '../features/qualification/qualificationHandlers.ts';
import { scoringHandlers } from '../features/scoring/scoringHandlers.ts';
import { scoreModelHandlers } from '../features/scoreModels/scoreModelHandlers.ts';
import { searchHandlers } from '../features/search/searchHandlers.ts';
import { taskCalendarHandlers } from '../features/tasks/taskCalendarHandlers.ts';
import { taskHandlers } from '../features/tasks/taskHandlers.ts';
import { viewsHandlers } from '../features/views/viewsHandlers.ts';
import { importHandlers } from '../features/imports/importHandlers.ts';
import { workspaceContents } from '../features/workspace/workspaceContents.ts';
import type { CommandContext, QueryContext } from './handler.ts';

/** A handler whose types were checked where it was written; the router only knows the operation it belongs to. */
export type AnyHandler = (
  context: QueryContext & CommandContext,
  input: unknown,
) => Result<unknown, unknown> | Promise<Result<unknown, unknown>>;

type Area = Record<string, Operation>;

/** Joins an area's operations with its handlers. Throws when one is missing, which the types already forbid. */
export function areaHandlers(contract: Area, handlers: Record<string, unknown>): [string, AnyHandler][] {
  return Object.entries(contract).map(([key, operation]) => {
    const handler = handlers[key];
    if (typeof handler !== 'function') throw new Error(`No handler for ${operation.name}`);
    return [operation.name, handler as AnyHandler];
  });
}

/**
 * Every feature's handlers by operation name; those of the core itself (workspace, settings) are added by createCore,
 * except what runs in the worker, which knows only this map.
 */
export const featureHandlers: ReadonlyMap<string, AnyHandler> = new Map([
  ...areaHandlers(contracts.automation, automationHandlers),
  ...areaHandlers(contracts.risk, riskHandlers),
  ...areaHandlers(contracts.behaviour, behaviourHandlers),
  ...areaHandlers(contracts.calendar, calendarHandlers),
  ...areaHandlers(contracts.changes, changesHandlers),
  ...areaHandlers(contracts.search, searchHandlers),
  ...areaHandlers(contracts.pipeline, pipelineHandlers),
  ...areaHandlers(contracts.process, processHandlers),
  ...areaHandlers(contracts.views, viewsHandlers),
  ...areaHandlers(contracts.opportunity, opportunityHandlers),
  ...areaHandlers(contracts.activity, activityHandlers),
  ...areaHandlers(contracts.task, taskHandlers),
  ...areaHandlers(contracts.document, documentHandlers),
  ...areaHandlers(contracts.account, accountHandlers),
  ...areaHandlers(contracts.contact, contactHandlers),
  ...areaHandlers(contracts.lead, leadHandlers),
  ...areaHandlers(contracts.duplicate, duplicateHandlers),
  ...areaHandlers(contracts.powerMap, powerMapHandlers),
  ...areaHandlers(contracts.qualification, qualificationHandlers),
  ...areaHandlers(contracts.scoreModel, scoreModelHandlers),
  ...areaHandlers(contracts.funnel, funnelHandlers),
  ...areaHandlers(contracts.import, importHandlers),
  ...areaHandlers(contracts.notice, noticeHandlers),
  ...areaHandlers(contracts.taskCalendar, taskCalendarHandlers),
  ...areaHandlers(contracts.scoring, scoringHandlers),
  ...areaHandlers(contracts.attributeScore, attributeScoreHandlers),
  ...areaHandlers({ contents: contracts.workspace.contents }, { contents: workspaceContents }),
]);

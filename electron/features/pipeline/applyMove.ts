import type { WriteDb } from '#db/handles.ts';
import { memberName } from '#db/queries/pipeline/memberName.ts';
import type { MoveDealRow } from '#db/queries/pipeline/moveDeals.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import { appendStageChange } from '#db/repositories/stageChange.ts';
import { createStageTasks } from '#db/repositories/stageTasks.ts';
import type { MoveDecision } from '#shared/domain/pipeline/decideMove.ts';
import { isoDate, type IsoDate } from '#shared/lib/time.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { workCalendar } from './workCalendar.ts';

/** A decided move with what the store needs besides. */
export interface AppliedMove {
  readonly deal: MoveDealRow;
  readonly decision: MoveDecision;
  readonly versionId: string;
  readonly rank: string;
  /** Rival that it was lost to; null for every other move. */
  readonly winnerCompetitorId: string | null;
}

/** Writes one decided move: the deal, its stage history, and the tasks that the new stage prescribes. */
export function applyMove(context: CommandContext, db: WriteDb, move: AppliedMove): void {
  const { deal, decision } = move;
  changeOpportunity(db, deal.id, {
    ...decision.patch,
    winnerCompetitorId: move.winnerCompetitorId,
    processVersionId: move.versionId,
    rank: move.rank,
  });
  appendStageChange(db, {
    ...decision.stageChange,
    id: context.newId(),
    opportunityId: deal.id,
    // The history names the stage that the deal was in, also when it changed to a newer version of the process.
    fromStageId: deal.stageId,
    byId: actor(context),
    openCriteria: JSON.stringify(decision.stageChange.openCriteria),
    door: door(context),
  });
  if (decision.kind === 'close') return;
  enterStage(context, db, {
    opportunityId: deal.id,
    accountId: deal.accountId,
    ownerId: deal.ownerId,
    stageId: decision.patch.stageId,
  });
}

/** What creating a stage's tasks needs; a job has it as well as a command. */
type EntryContext = Pick<CommandContext, 'db' | 'now' | 'today' | 'timeZone' | 'newId' | 'actorId'>;

/** Creates the tasks of a stage that a deal enters. */
export function enterStage(
  context: EntryContext,
  db: WriteDb,
  entry: {
    readonly opportunityId: string;
    readonly accountId: string | null;
    readonly ownerId: string | null;
    readonly stageId: string;
  },
): void {
  createStageTasks(db, {
    ...entry,
    now: context.now,
    createdById: actor(context),
    newId: context.newId,
    dueDay: (days) => dueDay(context, days),
  });
}

/** Today plus so many working days; 0 is today, or the next working day. */
export function dueDay(context: EntryContext, days: number): IsoDate {
  const calendar = workCalendar(context);
  const today = isoDate(context.today);
  return days <= 0 ? calendar.rollForward(today) : calendar.addWorkingDays(today, days);
}

/** The member to be named in what is written; null while this device has chosen none, or one that is gone. */
export const actor = (context: Pick<CommandContext, 'db' | 'actorId'>): string | null =>
  memberName(context.db, context.actorId) === undefined ? null : context.actorId;

/** The door as the stage history names it. */
export const door = (context: Pick<CommandContext, 'door'>): string => (context.door === 'cli' ? 'cli' : 'screen');

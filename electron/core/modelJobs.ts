import { createHash } from 'node:crypto';
import { allMembers } from '#db/queries/members.ts';
import { isScheduled } from '#db/queries/dueJobs.ts';
import { modelInUse } from '#db/queries/scoreModels/modelVersions.ts';
import type { ReadDb } from '#db/handles.ts';
import { addNotice } from '#db/repositories/notices.ts';
import type { NoticeKind } from '#shared/domain/notices/notice.ts';
import { lastQuarter, quarterCheckDay, quarterOf, yearsInUse } from '#shared/domain/scoring/governance/checkDays.ts';
import { dayInZone } from '#shared/lib/time.ts';
import { z } from 'zod';
import { workCalendar } from '../features/pipeline/workCalendar.ts';
import { checkJob } from '../features/scoreModels/checkJob.ts';
import { keepJob } from '../features/scoreModels/keepJob.ts';
import { bookkeeping } from './bookkeeping.ts';
import type { ScheduleDeps } from './schedule.ts';

/** A job that belongs into the due table by now. */
interface RegularJob {
  readonly kind: string;
  readonly key: string;
  readonly dueAt: number;
  readonly payload: string;
}

const payloadSchema = z.object({ modelId: z.string() });

/**
 * What models in use ask for: a check from the first working day of each quarter on, and one review for each year of use.
 * Derived at every look, so that a laptop that was shut on that day catches up.
 */
export function regularModelJobs({ workspaces }: ScheduleDeps, at: number): RegularJob[] {
  const workspace = workspaces.current();
  if (!workspace) return [];
  const db = workspace.db.read;
  const today = dayInZone(at, workspace.timeZone);
  const quarter = quarterOf(today).from;
  return (['deal', 'lead'] as const).flatMap((kind) => {
    const used = modelInUse(db, kind);
    if (used === undefined) return [];
    const payload = JSON.stringify({ modelId: used.id });
    const jobs: RegularJob[] = [];
    const check = { kind: 'scoreModel.check', key: `${kind}|${quarter}`, dueAt: at, payload };
    const isDue = () => today >= quarterCheckDay(today, workCalendar({ db, timeZone: workspace.timeZone }));
    if (!isScheduled(db, check.kind, check.key) && isDue()) jobs.push(check);
    const years = yearsInUse(used.activatedAt, at);
    if (years > 0) jobs.push({ kind: 'scoreModel.review', key: `${used.id}|${years}`, dueAt: at, payload });
    return jobs;
  });
}

/** Checks a version against the quarter before, keeps what came of it, and tells whoever answers for it when a refit is proposed. */
export async function checkModel(deps: ScheduleDeps, payload: string, dueAt: number): Promise<void> {
  const { workspaces, jobs } = deps;
  const workspace = workspaces.current();
  if (!workspace) return;
  const { modelId } = payloadSchema.parse(JSON.parse(payload));
  const span = lastQuarter(dayInZone(dueAt, workspace.timeZone));
  const body = await jobs.run(checkJob, { modelId, span }, workspaces.workerContext('screen'));
  if (body === null || workspaces.current()?.path !== workspace.path) return;
  const check = {
    // Every laptop of the team comes to the same check: one row when they meet.
    id: createHash('sha256').update(`modelCheck ${modelId} ${span.from} ${span.to}`).digest('hex').slice(0, 32),
    modelId,
    at: deps.now(),
    fromDay: span.from,
    toDay: span.to,
    body: JSON.stringify(body),
  };
  await jobs.run(keepJob, { what: 'check', check }, workspaces.workerContext('screen'));
  deps.emit({ type: 'changed', topics: ['scoring'], transaction: null });
  if (body.verdict === 'refit') tell(deps, 'modelRefit', modelId, span.from);
}

/** Reminds of looking a model over that has been in use for another year. */
export function reviewModel(deps: ScheduleDeps, payload: string, dueAt: number): void {
  const { modelId } = payloadSchema.parse(JSON.parse(payload));
  tell(deps, 'modelReview', modelId, String(dueAt));
}

function tell(deps: ScheduleDeps, kind: NoticeKind, modelId: string, occasion: string): void {
  const workspace = deps.workspaces.current();
  if (!workspace || !answersForModels(workspace.db.read, workspace.actorId)) return;
  bookkeeping(deps.workspaces, deps.now(), (db) =>
    addNotice(db, {
      id: deps.newId(),
      kind,
      key: `${modelId}|${occasion}`,
      memberId: workspace.actorId,
      entity: 'scoreModel',
      entityId: modelId,
      params: '{}',
      dueAt: deps.now(),
    }),
  );
}

/** Managers and administrators; in a workspace without any, whoever works here. */
function answersForModels(db: ReadDb, memberId: string): boolean {
  if (memberId === '') return false;
  const answering = allMembers(db).filter(
    ({ active, role }) => active === 1 && (role === 'manager' || role === 'admin'),
  );
  return answering.length === 0 || answering.some(({ id }) => id === memberId);
}

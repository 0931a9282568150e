import { nextSteps } from '#resources/sample/conversation.ts';
import type { ProcessRows } from '#shared/domain/processes/instantiateTemplate.ts';
import { classOn } from './activityRows.ts';
import type { SeededDeal } from './dealRows.ts';
import { say, type SampleStudio, workMinute } from './sampleStudio.ts';
import type { SampleWorld } from './sampleWorld.ts';

type StageTask = ProcessRows['stageTask'][number];

/** The tasks that stages prescribed and one that the seller planned; done, open and a few overdue. */
export function addTasks(studio: SampleStudio, world: SampleWorld, deal: SeededDeal): void {
  const { prng, profile, days } = studio;
  const { plan } = deal;
  for (const [index, visit] of plan.visits.entries()) {
    const left = plan.visits[index + 1]?.day ?? plan.closed?.day ?? null;
    if (visit.kind === 'back' || plan.visits.findIndex((one) => one.stage === visit.stage) !== index) continue;
    if (left !== null && !prng.chance(profile.pastTasks)) continue;
    const elapsed = Math.max(0, days.today - visit.day);
    for (const stageTask of plan.line.stageTasks.get(plan.line.openStages[visit.stage]!.id) ?? []) {
      // The next step told by hand may be this very task.
      if (left === null && stageTask.title === plan.story?.next?.title) continue;
      const done =
        left !== null
          ? prng.chance(0.88)
          : elapsed > 1 && prng.chance(Math.min(0.8, elapsed / (2.2 * stageTask.dueDays)));
      const from = visit.day;
      const doneDay = Math.min(
        left ?? days.today - 1,
        from + Math.max(1, Math.round(stageTask.dueDays * (0.4 + 0.7 * prng.next()))),
      );
      if (done) addStageTask(studio, world, deal, stageTask, index, doneDay);
      else if (left !== null) addStageTask(studio, world, deal, stageTask, index, doneDay, 'cancelled');
      else if (!plan.paused) addStageTask(studio, world, deal, stageTask, index, null);
    }
  }
  if (plan.closed === null && !plan.paused) addNextStep(studio, world, deal);
}

function addStageTask(
  studio: SampleStudio,
  world: SampleWorld,
  deal: SeededDeal,
  stageTask: StageTask,
  visitIndex: number,
  doneDay: number | null,
  status: 'done' | 'cancelled' = 'done',
): void {
  const { days, prng } = studio;
  const { plan } = deal;
  const at = deal.visitedAt[visitIndex]!;
  const due = plan.visits[visitIndex]!.day + stageTask.dueDays;
  const owner = stageTask.ownerRole === 'manager' ? world.managers[plan.owner.team]! : plan.owner;
  studio.rows.add('task', {
    id: studio.newId(at),
    title: stageTask.title,
    kind: stageTask.kind,
    opportunityId: deal.id,
    accountId: deal.account.id,
    ownerId: owner.id,
    stageId: stageTask.stageId,
    stageTaskId: stageTask.id,
    dueDate: days.day(doneDay === null ? openDue(studio, deal, due) : due),
    status: doneDay === null ? 'open' : status,
    doneAt:
      doneDay === null || status === 'cancelled'
        ? null
        : Math.max(at + 60_000, days.instant(doneDay, workMinute(prng))),
    deliverable: stageTask.deliverable,
    // What was done before documents were kept here was done without one.
    deliverableRequired: doneDay === null ? stageTask.deliverableRequired : 0,
    createdById: plan.owner.id,
    createdAt: at,
  });
}

/** Working days after today before which a told deal has nothing but its told next step. */
const QUIET_DAYS = 6;

/** People put off what is late: most of it lies in the next days, some stays overdue. */
function openDue(studio: SampleStudio, deal: SeededDeal, due: number): number {
  const { prng, days } = studio;
  // What the demo shows on the first screen is told by hand, so the rest of that deal comes later.
  if (deal.plan.story) return Math.max(due, days.today + prng.int(QUIET_DAYS, QUIET_DAYS + 8));
  if (due > days.today) return due;
  const slips = prng.chance(deal.plan.nature.rhythm < -0.3 ? 0.4 : 0.18);
  return slips ? days.today - prng.int(1, 6) : days.today + prng.int(1, 8);
}

function addNextStep(studio: SampleStudio, world: SampleWorld, deal: SeededDeal): void {
  const { prng, days } = studio;
  const { plan } = deal;
  const at = days.instant(plan.lastDay, 1085);
  const base = {
    opportunityId: deal.id,
    accountId: deal.account.id,
    ownerId: plan.owner.id,
    createdById: plan.owner.id,
    createdAt: at,
  };
  if (plan.story) {
    const { next } = plan.story;
    if (next === null) return;
    const dueDate = days.calendarDay(next.inDays);
    const stageId = plan.line.openStages[plan.stage]!.id;
    const prescribed = plan.line.stageTasks.get(stageId)?.find(({ title }) => title === next.title);
    const made = {
      title: next.title,
      kind: next.kind,
      dueDate,
      dueMinute: next.minute,
      stageId: prescribed ? stageId : null,
      stageTaskId: prescribed?.id ?? null,
      deliverable: prescribed?.deliverable ?? '',
      deliverableRequired: prescribed?.deliverableRequired ?? 0,
    };
    studio.rows.add('task', { ...base, ...made, status: 'open', id: studio.newId(at) });
    return;
  }
  if (prng.chance(0.45)) return;
  const step = prng.pick(nextSteps[classOn(plan, plan.lastDay)]);
  const fill = { W: prng.pick(deal.account.contacts).name, T: say(studio, prng.pick(plan.line.industry.topics)) };
  const isMine = plan.owner === world.me && studio.profile.story;
  const timed = step.kind === 'visit' || step.kind === 'meeting';
  studio.rows.add('task', {
    ...base,
    id: studio.newId(at),
    title: say(studio, step.title, fill),
    kind: step.kind,
    dueDate: days.day(days.today + prng.int(isMine ? 1 : 0, 9)),
    status: 'open',
    dueMinute: timed ? Math.round(workMinute(prng) / 30) * 30 : null,
  });
}

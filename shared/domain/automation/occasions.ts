import { MOST_RULE_DAYS, type RuleField, type RuleTrigger } from '../../contract/ruleBody.ts';
import { daysBetween } from '../../i18n/formatDate.ts';
import { dayOffset } from '../tasks/dayOffset.ts';
import { type DealFacts, oncePerClock, type RuleClock, type RuleMoment } from './dealFacts.ts';

/** Triggers that the scheduler looks for; all others fire inside the transaction that causes them. */
const TIME_TRIGGERS: ReadonlySet<RuleTrigger['kind']> = new Set([
  'roleMissing',
  'dateNear',
  'noContact',
  'stageOverdue',
  'taskOverdue',
]);

/** Whether a trigger waits for time to pass rather than for something to happen. */
export const isTimeTrigger = (trigger: RuleTrigger): boolean => TIME_TRIGGERS.has(trigger.kind);

/**
 * The occasions on which a trigger is met at this moment; none when it is not. An occasion names what it is about (a stage
 * visit, a silence, a task with its due day), so that the same one is never acted on twice, on whichever laptop.
 */
export function occasionsOf(trigger: RuleTrigger, facts: DealFacts, moment: RuleMoment, clock: RuleClock): string[] {
  if (isTimeTrigger(trigger)) {
    return moment.kind === 'tick' || moment.kind === 'probe' ? timeOccasions(trigger, facts, clock) : [];
  }
  return moment.kind === 'tick' ? [] : eventOccasions(trigger, facts, moment, clock);
}

/** The visit of the stage that the deal is in. */
const visitOf = (facts: DealFacts): string => `${facts.stageId ?? ''}@${facts.stageEnteredAt}`;

function eventOccasions(trigger: RuleTrigger, facts: DealFacts, moment: RuleMoment, clock: RuleClock): string[] {
  const probe = moment.kind === 'probe';
  switch (trigger.kind) {
    case 'dealCreated':
      return probe || moment.kind === 'created' ? ['created'] : [];
    case 'stageEntered':
      if (!probe && moment.kind !== 'entered') return [];
      return trigger.stageKey === null || trigger.stageKey === facts.stageKey ? [`stage:${visitOf(facts)}`] : [];
    case 'fieldChanged':
      if (!probe && (moment.kind !== 'changed' || moment.field !== trigger.field)) return [];
      return [
        `field:${trigger.field}:${clock.now}:${String(facts.fields[trigger.field as RuleField] ?? '').slice(0, 80)}`,
      ];
    case 'amountReached': {
      const amount = facts.fields.amountMinor;
      if (facts.fields.currency !== trigger.currency || typeof amount !== 'number' || amount < trigger.minor) return [];
      return probe || reachesNow(trigger.minor, moment) ? [`amount:${trigger.minor}${trigger.currency}`] : [];
    }
  }
  return [];
}

/** It is there from the start, or comes from below, or from another currency. */
function reachesNow(minor: number, moment: RuleMoment): boolean {
  if (moment.kind === 'created') return true;
  if (moment.kind !== 'changed') return false;
  if (moment.field === 'currency') return true;
  return moment.field === 'amountMinor' && (typeof moment.from !== 'number' || moment.from < minor);
}

function timeOccasions(trigger: RuleTrigger, facts: DealFacts, clock: RuleClock): string[] {
  const { calendar, now, today } = clock;
  switch (trigger.kind) {
    case 'roleMissing': {
      if (facts.coverage.has(trigger.role)) return [];
      const days = calendar.workingDaysBetweenInstants(facts.stageEnteredAt, now);
      return days >= trigger.afterDays ? [`role:${trigger.role}:${visitOf(facts)}`] : [];
    }
    case 'dateNear': {
      const day = facts.fields.expectedClose;
      if (typeof day !== 'string') return [];
      const left = daysBetween(today, day);
      // A day that has passed is near no longer: that is what overdue stages are for.
      return left >= 0 && left <= trigger.daysBefore ? [`near:${day}:${trigger.daysBefore}`] : [];
    }
    case 'noContact': {
      const since = facts.lastContactAt ?? facts.createdAt;
      // Silent for n days: the last contact was on the n-th day before today, or earlier.
      const before = oncePerClock(clock, `silent ${trigger.days}`, () =>
        calendar.startOf(dayOffset(today, 1 - Math.min(trigger.days, MOST_RULE_DAYS))),
      );
      return since < before ? [`silence:${since}`] : [];
    }
    case 'stageOverdue': {
      if (facts.allowedDays === null) return [];
      const over = calendar.workingDaysBetweenInstants(facts.stageEnteredAt, now) - facts.allowedDays;
      return over >= Math.max(1, trigger.days) ? [`overdue:${visitOf(facts)}:${trigger.days}`] : [];
    }
    case 'taskOverdue':
      return facts.overdueTasks
        .filter(({ dueDate }) => calendar.workingDaysBetween(dueDate, today) >= Math.max(1, trigger.days))
        .map(({ id, dueDate }) => `task:${id}:${dueDate}:${trigger.days}`);
  }
  return [];
}

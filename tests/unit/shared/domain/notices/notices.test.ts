import { describe, expect, test } from 'vitest';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { dealNotices } from '#shared/domain/notices/dealNotices.ts';
import { leadNotices } from '#shared/domain/notices/leadNotices.ts';
import type { NoticeClock } from '#shared/domain/notices/noticeClock.ts';
import { isQuiet } from '#shared/domain/notices/quietHours.ts';
import { snoozeUntil } from '#shared/domain/notices/snoozeUntil.ts';
import { taskNotices } from '#shared/domain/notices/taskNotices.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';

const calendar = createWorkCalendar('Asia/Shanghai', chinaHolidays);
const newYork = createWorkCalendar('America/New_York', chinaHolidays);
/** A moment in Shanghai, which is eight hours ahead of UTC all year. */
const moment = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);
const clockAt = (text: string, more: Partial<NoticeClock> = {}): NoticeClock => ({
  now: moment(text),
  calendar,
  morningMinute: 9 * 60,
  taskEscalationDays: 2,
  stageEscalationDays: 3,
  ...more,
});
const kinds = (found: readonly { readonly kind: string }[]) => found.map(({ kind }) => kind);

describe('a task', () => {
  const visit = { id: 't', dueDate: '2026-09-16', dueMinute: 14 * 60 };
  const anyTime = { ...visit, dueMinute: null };

  test('with an hour is told at that hour, without one in the morning of its day', () => {
    expect(taskNotices(visit, 'owner', clockAt('2026-09-16 13:59'))).toEqual([]);
    expect(taskNotices(visit, 'owner', clockAt('2026-09-16 14:00'))).toEqual([
      { kind: 'taskDue', key: 't|2026-09-16|840', entity: 'task', entityId: 't', dueAt: moment('2026-09-16 14:00') },
    ]);
    expect(taskNotices(anyTime, 'owner', clockAt('2026-09-16 08:59'))).toEqual([]);
    expect(kinds(taskNotices(anyTime, 'owner', clockAt('2026-09-16 09:00')))).toEqual(['taskDue']);
  });

  test('is due until the next morning and overdue from then on, with nothing in between', () => {
    expect(kinds(taskNotices(visit, 'owner', clockAt('2026-09-17 00:30')))).toEqual(['taskDue']);
    expect(kinds(taskNotices(visit, 'owner', clockAt('2026-09-17 08:59')))).toEqual(['taskDue']);
    expect(kinds(taskNotices(visit, 'owner', clockAt('2026-09-17 09:00')))).toEqual(['taskOverdue']);
    expect(kinds(taskNotices(visit, 'owner', clockAt('2027-09-17 09:00')))).toEqual(['taskOverdue']);
  });

  test('that was moved is another occasion; a moved hour is no second "overdue"', () => {
    const key = (task: typeof visit, at: string) => taskNotices(task, 'owner', clockAt(at))[0]?.key;
    expect(key(visit, '2026-09-18 10:00')).not.toBe(key({ ...visit, dueDate: '2026-09-17' }, '2026-09-18 10:00'));
    expect(key(visit, '2026-09-16 15:00')).not.toBe(key({ ...visit, dueMinute: 900 }, '2026-09-16 15:00'));
    expect(key(visit, '2026-09-18 10:00')).toBe(key({ ...visit, dueMinute: 900 }, '2026-09-18 10:00'));
  });

  test('is escalated after working days: the National Day holidays do not count', () => {
    const late = { ...anyTime, dueDate: '2026-09-29' };
    expect(taskNotices(late, 'manager', clockAt('2026-10-05 12:00'))).toEqual([]);
    // The 30th is the first working day after it, the 8th of October the second.
    expect(taskNotices(late, 'manager', clockAt('2026-10-08 08:59'))).toEqual([]);
    expect(kinds(taskNotices(late, 'manager', clockAt('2026-10-08 09:00')))).toEqual(['taskEscalated']);
  });

  test('without a day, or with one that is none, calls for nothing', () => {
    for (const dueDate of [null, '', '2026-02-30', 'soon']) {
      expect(taskNotices({ ...visit, dueDate }, 'owner', clockAt('2026-09-16 15:00'))).toEqual([]);
    }
  });

  test('in the hour that daylight saving skips is told once the clock has gone on', () => {
    const skipped = { id: 't', dueDate: '2026-03-08', dueMinute: 2 * 60 + 30 };
    const at = (now: number) => taskNotices(skipped, 'owner', clockAt('2026-03-08 00:00', { now, calendar: newYork }));
    expect(at(Date.UTC(2026, 2, 8, 6, 59))).toEqual([]);
    expect(kinds(at(Date.UTC(2026, 2, 8, 7, 30)))).toEqual(['taskDue']);
  });
});

describe('a deal', () => {
  /** Entered on a Monday; five working days allowed. */
  const deal = { id: 'd', stageId: 's', stageEnteredAt: moment('2026-09-07 15:00'), allowedDays: 5 };

  test('is asked about on the morning after its allowed days', () => {
    expect(dealNotices(deal, 'owner', clockAt('2026-09-15 08:59'))).toEqual([]);
    expect(dealNotices(deal, 'owner', clockAt('2026-09-15 09:00'))).toEqual([
      {
        kind: 'stageOverdue',
        key: `d|s|${deal.stageEnteredAt}`,
        entity: 'opportunity',
        entityId: 'd',
        dueAt: moment('2026-09-15 09:00'),
      },
    ]);
    // That is the first day on which the screens count a day over.
    expect(calendar.workingDaysBetweenInstants(deal.stageEnteredAt, moment('2026-09-14 23:00'))).toBe(5);
    expect(calendar.workingDaysBetweenInstants(deal.stageEnteredAt, moment('2026-09-15 09:00'))).toBe(6);
  });

  test('comes to the manager once it is overdue by the team’s number of working days', () => {
    expect(dealNotices(deal, 'manager', clockAt('2026-09-17 08:59'))).toEqual([]);
    expect(kinds(dealNotices(deal, 'manager', clockAt('2026-09-17 09:00')))).toEqual(['stageEscalated']);
    expect(kinds(dealNotices(deal, 'manager', clockAt('2026-09-15 09:00', { stageEscalationDays: 1 })))).toEqual([
      'stageEscalated',
    ]);
  });

  test('on a second visit to the stage is another occasion', () => {
    const again = { ...deal, stageEnteredAt: moment('2026-09-08 15:00') };
    const [first] = dealNotices(deal, 'owner', clockAt('2026-10-20 10:00'));
    const [second] = dealNotices(again, 'owner', clockAt('2026-10-20 10:00'));
    expect(first?.key).not.toBe(second?.key);
  });
});

test('a lead is warned about when less than 30 % of its holding time is left', () => {
  const lead = { id: 'l', heldSince: moment('2026-09-01 00:00'), heldUntil: moment('2026-09-11 00:00') };
  expect(leadNotices(lead, moment('2026-09-07 23:59'))).toEqual([]);
  expect(leadNotices(lead, moment('2026-09-08 00:00'))).toMatchObject([{ kind: 'leadEnding', entity: 'lead' }]);
  expect(leadNotices({ ...lead, heldSince: lead.heldUntil + 1 }, lead.heldUntil - 1)).toEqual([]);
});

describe('quiet hours', () => {
  const night = { enabled: true, from: 21 * 60, until: 8 * 60, freeDays: true };
  const quiet = (text: string, more: Partial<typeof night> = {}) =>
    isQuiet({ ...night, ...more }, moment(text), calendar);

  test('span midnight, begin with their first minute and end before their last', () => {
    expect(['20:59', '21:00', '00:00', '07:59', '08:00'].map((time) => quiet(`2026-09-16 ${time}`))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    const lunch = { from: 12 * 60, until: 13 * 60 };
    expect(['11:59', '12:00', '13:00'].map((time) => quiet(`2026-09-16 ${time}`, lunch))).toEqual([false, true, false]);
  });

  test('hold on days off, also on a holiday, and not on a make-up Sunday', () => {
    expect(quiet('2026-09-19 12:00')).toBe(true);
    expect(quiet('2026-10-01 12:00')).toBe(true);
    expect(quiet('2026-09-20 12:00')).toBe(!calendar.isWorkingDay(calendar.dayOf(moment('2026-09-20 12:00'))));
    expect(quiet('2026-09-19 12:00', { freeDays: false })).toBe(false);
  });

  test('never apply when switched off or when they have no length', () => {
    expect(quiet('2026-09-16 23:00', { enabled: false })).toBe(false);
    expect(quiet('2026-09-16 23:00', { from: 600, until: 600 })).toBe(false);
  });
});

test('later means in an hour, on the next morning, or on that of the next working day', () => {
  const friday = moment('2026-09-11 17:20');
  expect(snoozeUntil('hour', friday, calendar, 540)).toBe(moment('2026-09-11 18:20'));
  expect(snoozeUntil('tomorrow', friday, calendar, 540)).toBe(moment('2026-09-12 09:00'));
  expect(snoozeUntil('workday', friday, calendar, 540)).toBe(moment('2026-09-14 09:00'));
});

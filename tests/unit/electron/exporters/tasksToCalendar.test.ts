import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type ExportedTask, tasksToCalendar } from '#electron/exporters/tasksToCalendar.ts';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';

const shanghai = createWorkCalendar('Asia/Shanghai', chinaHolidays);
const visit: ExportedTask = {
  id: 't1',
  title: '约见许文澜副院长',
  note: '',
  status: 'open',
  dueDate: '2026-09-16',
  dueMinute: 10 * 60,
  doneAt: null,
  createdAt: Date.UTC(2026, 8, 1, 2),
  changedAt: Date.UTC(2026, 8, 14, 3, 4, 5),
  revision: 3,
  dealName: '3.0T 磁共振采购',
  accountName: '望澜大学附属医院',
};
const write = (...tasks: ExportedTask[]) => tasksToCalendar(tasks, shanghai, '林悦');
const lines = (text: string) => text.split('\r\n');
const bytes = (line: string) => Buffer.byteLength(line, 'utf8');
const parts = (text: string, kind: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents(kind);

describe('a task in a calendar file', () => {
  test('with an hour is a to-do and an event, in UTC, each with a UID of its own that comes from the task', () => {
    const written = lines(write(visit));
    expect(written).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'UID:t1@kongdan',
        'DUE:20260916T020000Z',
        'UID:t1-event@kongdan',
        'DTSTART:20260916T020000Z',
        'DTEND:20260916T030000Z',
        'DTSTAMP:20260914T030405Z',
        'LAST-MODIFIED:20260914T030405Z',
        'CREATED:20260901T020000Z',
        'SEQUENCE:3',
        'STATUS:NEEDS-ACTION',
        'SUMMARY:约见许文澜副院长',
      ]),
    );
    expect(written.at(-1)).toBe('');
    expect(written.at(-2)).toBe('END:VCALENDAR');
  });

  test('without an hour is due on its day, without a day not at all, and neither is an event', () => {
    const day = write({ ...visit, dueMinute: null });
    expect(lines(day)).toContain('DUE;VALUE=DATE:20260916');
    expect(parts(day, 'vevent')).toEqual([]);
    const never = write({ ...visit, dueDate: null });
    expect(never).not.toContain('DUE');
    expect(parts(write({ ...visit, dueDate: 'soon' }), 'vevent')).toEqual([]);
  });

  test('says what became of it', () => {
    const done = lines(write({ ...visit, status: 'done', doneAt: Date.UTC(2026, 8, 15) }));
    expect(done).toEqual(
      expect.arrayContaining(['STATUS:COMPLETED', 'COMPLETED:20260915T000000Z', 'PERCENT-COMPLETE:100']),
    );
    expect(lines(write({ ...visit, status: 'cancelled' })).filter((line) => line === 'STATUS:CANCELLED')).toHaveLength(
      2,
    );
  });

  test('keeps every sign of its words: commas, semicolons, backslashes, line breaks, and none that the format forbids', () => {
    const title = '报价; 第一版, C:\\文件 "A"';
    const note = '第一行\r\n第二行\n：；\u0007';
    const [todo] = parts(write({ ...visit, title, note }), 'vtodo');
    expect(todo?.getFirstPropertyValue('summary')).toBe(title);
    expect(todo?.getFirstPropertyValue('description')).toBe('3.0T 磁共振采购\n望澜大学附属医院\n第一行\n第二行\n：；');
    expect(write({ ...visit, title })).toContain('SUMMARY:报价\\; 第一版\\, C:\\\\文件 "A"');
  });

  test('has no line over 75 bytes, also in Chinese and with signs outside the basic plane, and none is torn', () => {
    const title = '一二三四五六七八九十'.repeat(9) + '😀'.repeat(30);
    const text = write({ ...visit, title });
    expect(Math.max(...lines(text).map(bytes))).toBeLessThanOrEqual(75);
    expect(parts(text, 'vtodo')[0]?.getFirstPropertyValue('summary')).toBe(title);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  test('gives the same bytes for the same tasks', () => {
    expect(write(visit)).toBe(write({ ...visit }));
  });

  test('in an hour that daylight saving skips still has one', () => {
    const newYork = createWorkCalendar('America/New_York', []);
    const text = tasksToCalendar([{ ...visit, dueDate: '2026-03-08', dueMinute: 150 }], newYork, 'x');
    expect(lines(text)).toContain('DTSTART:20260308T073000Z');
  });
});

import ICAL from 'ical.js';
import type { WorkCalendar } from '#shared/lib/calendar.ts';
import { isIsoDate } from '#shared/lib/time.ts';
import { VERSION } from '#shared/lib/version.ts';

/** A task to be put into a calendar; instants in epoch ms, minutes after midnight. */
export interface ExportedTask {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly dueDate: string | null;
  readonly dueMinute: number | null;
  readonly doneAt: number | null;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly revision: number;
  readonly dealName: string | null;
  readonly accountName: string | null;
}

// A folded line begins with a space, which the library does not count (RFC 5545, 3.1: at most 75 bytes).
ICAL.foldLength = 74;

/** How long something with an hour takes in the calendar; the program knows when it begins only. */
const EVENT_MINUTES = 60;

/**
 * Writes tasks as iCalendar (RFC 5545): a VTODO each, and a VEVENT beside it where an hour is set, because many calendars
 * show no to-dos. Days are those of the workspace, hours are written as UTC. The UID comes from the task, SEQUENCE and
 * LAST-MODIFIED from its history: the same tasks give the same bytes, and a second import updates.
 */
export function tasksToCalendar(tasks: readonly ExportedTask[], calendar: WorkCalendar, name: string): string {
  const root = new ICAL.Component('vcalendar');
  root.addPropertyWithValue('prodid', `-//Kongdan//Kongdan ${VERSION}//ZH`);
  root.addPropertyWithValue('version', '2.0');
  root.addPropertyWithValue('calscale', 'GREGORIAN');
  root.addPropertyWithValue('x-wr-calname', name);
  root.addPropertyWithValue('x-wr-timezone', calendar.timeZone);
  for (const task of tasks) {
    root.addSubcomponent(todoOf(task, calendar));
    const event = eventOf(task, calendar);
    if (event !== null) root.addSubcomponent(event);
  }
  // The library ends every line but the last.
  return `${root.toString()}\r\n`;
}

function todoOf(task: ExportedTask, calendar: WorkCalendar): ICAL.Component {
  const todo = common('vtodo', task, `${task.id}@kongdan`);
  if (task.dueDate !== null && isIsoDate(task.dueDate)) {
    const due =
      task.dueMinute === null
        ? ICAL.Time.fromDateString(task.dueDate)
        : utc(calendar.instantOf(task.dueDate, task.dueMinute));
    todo.addPropertyWithValue('due', due);
  }
  const statuses = { open: 'NEEDS-ACTION', done: 'COMPLETED', cancelled: 'CANCELLED' } as const;
  todo.addPropertyWithValue('status', statuses[task.status]);
  if (task.status === 'done') {
    todo.addPropertyWithValue('percent-complete', 100);
    todo.addPropertyWithValue('completed', utc(task.doneAt ?? task.changedAt));
  }
  return todo;
}

function eventOf(task: ExportedTask, calendar: WorkCalendar): ICAL.Component | null {
  if (task.dueMinute === null || task.dueDate === null || !isIsoDate(task.dueDate)) return null;
  const event = common('vevent', task, `${task.id}-event@kongdan`);
  const from = calendar.instantOf(task.dueDate, task.dueMinute);
  event.addPropertyWithValue('dtstart', utc(from));
  event.addPropertyWithValue('dtend', utc(from + EVENT_MINUTES * 60_000));
  event.addPropertyWithValue('status', task.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED');
  return event;
}

function common(kind: 'vtodo' | 'vevent', task: ExportedTask, uid: string): ICAL.Component {
  const component = new ICAL.Component(kind);
  component.addPropertyWithValue('uid', uid);
  component.addPropertyWithValue('dtstamp', utc(task.changedAt));
  component.addPropertyWithValue('created', utc(task.createdAt));
  component.addPropertyWithValue('last-modified', utc(task.changedAt));
  component.addPropertyWithValue('sequence', task.revision);
  component.addPropertyWithValue('summary', printable(task.title));
  const description = [task.dealName, task.accountName, task.note].filter((part) => part !== null && part !== '');
  if (description.length > 0) component.addPropertyWithValue('description', printable(description.join('\n')));
  if (task.accountName !== null) component.addPropertyWithValue('location', printable(task.accountName));
  return component;
}

const utc = (at: number): ICAL.Time => ICAL.Time.fromJSDate(new Date(at), true);

/** Control characters have no place in the format (RFC 5545, 3.1), and a line ends with one sign only. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  return text.replaceAll(/\r\n?/gu, '\n').replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/gu, '');
}

import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { WriteDb } from '#db/handles.ts';
import type { WorkspaceDb } from '#db/open.ts';
import { openNotices } from '#db/queries/notice/noticeRows.ts';
import { undoTransactions } from '#db/changes/undoTransactions.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { member, workspace } from '#db/schema/team.ts';
import { task } from '#db/schema/work.ts';
import { newSweep } from '#electron/features/notices/findWanted.ts';
import { lookForNotices } from '#electron/features/notices/lookForNotices.ts';
import { saveLocalSetting } from '#db/repositories/localSettings.ts';
import { ok } from '#shared/lib/result.ts';
import { makeWorkspace, reopen, temporaryFolder } from '#tests/support/workspaceFixture.ts';

/*
 * The engine against a model that knows nothing of it: wall clocks as text, one record of what was ever due. Clocks jump
 * forwards and back, zones and daylight saving change, the program is started anew on the same file, records change and
 * are changed back by undo. Three laws: what is due is told, nothing is told twice, nothing is told that is not so.
 */

const folder = temporaryFolder();
afterAll(folder.remove);

const MINUTE = 60_000;
const DAY = 86_400_000;
const START = Date.UTC(2026, 2, 25, 1);
/** Daylight saving begins in New York on 8 March and in London on 29 March 2026. */
const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Pacific/Auckland'] as const;
const MORNING = 9 * 60;
const quietSettings = { enabled: true, from: 21 * 60, until: 8 * 60, freeDays: false };

type Step =
  | { type: 'wait'; minutes: number }
  | { type: 'zone'; zone: (typeof zones)[number] }
  | { type: 'restart' }
  | { type: 'add'; owner: 'me' | 'report'; inDays: number; minute: number | null }
  | { type: 'move'; task: number; inDays: number; minute: number | null }
  | { type: 'status'; task: number; status: 'open' | 'done' }
  | { type: 'give'; task: number; owner: 'me' | 'report' | 'other' }
  | { type: 'undo' };

const minute = fc.option(fc.integer({ min: 4 * 60, max: 23 * 60 + 59 }), { nil: null });
const inDays = fc.integer({ min: -9, max: 5 });
const index = fc.nat({ max: 40 });
const step: fc.Arbitrary<Step> = fc.oneof(
  // Mostly forwards, from a minute to a week's sleep; sometimes the clock is set back.
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('wait' as const), minutes: fc.integer({ min: 600, max: 10_000 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('wait' as const), minutes: fc.integer({ min: -4000, max: -1 }) }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('zone' as const), zone: fc.constantFrom(...zones) }) },
  { weight: 2, arbitrary: fc.constant({ type: 'restart' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('add' as const),
      owner: fc.constantFrom('me' as const, 'report' as const),
      inDays,
      minute,
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('move' as const), task: index, inDays, minute }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('status' as const),
      task: index,
      status: fc.constantFrom('open' as const, 'done' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('give' as const),
      task: index,
      owner: fc.constantFrom('me' as const, 'report' as const, 'other' as const),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ type: 'undo' as const }) },
);

/** What a clock on the wall shows, as text that sorts. */
function wall(at: number, zone: string): { day: string; minute: number; text: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  const minuteOfDay = Number(part('hour')) * 60 + Number(part('minute'));
  return { day, minute: minuteOfDay, text: `${day} ${String(minuteOfDay).padStart(4, '0')}` };
}
const at = (day: string, minuteOfDay: number) => `${day} ${String(minuteOfDay).padStart(4, '0')}`;
const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
/** No holidays of China between late March and 3 April 2026; from the 4th to the 6th there are. */
const holidays = new Set(['2026-04-04', '2026-04-05', '2026-04-06']);
const isFree = (day: string) => [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()) || holidays.has(day);
function afterWorkingDays(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = plus(reached, 1);
    if (!isFree(reached)) left -= 1;
  }
  return reached;
}

interface ModelTask {
  readonly id: string;
  readonly dueDate: string;
  readonly dueMinute: number | null;
  readonly status: string;
  readonly ownerId: string;
}

/** The occasions that a task gives at a wall clock, said as plainly as the guide says it. */
function occasionOf(one: ModelTask, now: string): string | null {
  if (one.status !== 'open') return null;
  if (one.ownerId === 'report') {
    const told = at(afterWorkingDays(one.dueDate, 2), MORNING);
    return now >= told ? `taskEscalated|${one.id}|${one.dueDate}` : null;
  }
  if (one.ownerId !== 'me') return null;
  if (now >= at(plus(one.dueDate, 1), MORNING)) return `taskOverdue|${one.id}|${one.dueDate}`;
  if (now >= at(one.dueDate, one.dueMinute ?? MORNING)) {
    return `taskDue|${one.id}|${one.dueDate}|${one.dueMinute ?? ''}`;
  }
  return null;
}

class World {
  readonly #file: string;
  db: WorkspaceDb;
  now = START;
  zone: string = 'Asia/Shanghai';
  readonly told: string[] = [];
  readonly everDue = new Set<string>();
  readonly #undoable: number[] = [];
  #sweep = newSweep();
  #ids = 0;

  constructor(file: string) {
    this.#file = file;
    this.db = makeWorkspace(file);
    this.#change((db) => {
      insertRow(db, workspace, { id: 'w', name: '组' });
      insertRow(db, member, { id: 'me', name: '沈立', role: 'manager' });
      insertRow(db, member, { id: 'report', name: '林悦', managerId: 'me' });
      insertRow(db, member, { id: 'other', name: '周启航' });
      saveLocalSetting(db, 'notices', JSON.stringify({ quiet: quietSettings, morningMinute: MORNING }));
    });
    this.#undoable.length = 0;
  }

  #change(run: (db: WriteDb) => unknown): void {
    const { transaction } = this.db.write({ actor: 'me', label: 'test', at: this.now }, (db) => {
      run(db);
      return ok(null);
    });
    if (transaction !== null) this.#undoable.push(transaction);
  }

  tasks(): ModelTask[] {
    return this.db.read.all<ModelTask>('SELECT id, dueDate, dueMinute, status, ownerId FROM task ORDER BY rowid');
  }

  #nth(n: number): string | undefined {
    const tasks = this.tasks();
    return tasks[n % Math.max(1, tasks.length)]?.id;
  }

  run(one: Step): void {
    const day = wall(this.now, this.zone).day;
    switch (one.type) {
      case 'wait':
        this.now += one.minutes * MINUTE;
        break;
      case 'zone':
        this.zone = one.zone;
        break;
      case 'restart':
        this.db.close();
        this.db = reopen(this.#file);
        this.#sweep = newSweep();
        break;
      case 'add':
        this.#change((db) =>
          insertRow(db, task, {
            id: `t${(this.#ids += 1)}`,
            title: '事',
            ownerId: one.owner,
            dueDate: plus(day, one.inDays),
            dueMinute: one.minute,
          }),
        );
        break;
      case 'undo': {
        const last = this.#undoable.pop();
        if (last !== undefined) {
          const context = { actor: 'me', label: 'undo', at: this.now, undoes: [last] };
          this.db.write(context, (db) => undoTransactions(db, [last]));
        }
        break;
      }
      default:
        this.#edit(one, day);
    }
  }

  #edit(one: Extract<Step, { type: 'move' | 'status' | 'give' }>, day: string): void {
    const id = this.#nth(one.task);
    if (id === undefined) return;
    this.#change((db) =>
      updateRow(
        db,
        task,
        id,
        one.type === 'move'
          ? { dueDate: plus(day, one.inDays), dueMinute: one.minute }
          : one.type === 'status'
            ? { status: one.status, doneAt: one.status === 'done' ? this.now : null }
            : { ownerId: one.owner },
      ),
    );
  }

  /** One look without the law that everything is told at once. Returns the names of all notices by their ids. */
  lookLoosely(): Map<string, string> {
    for (const name of this.due()) this.everDue.add(name);
    const shown = lookForNotices({
      db: this.db.read,
      now: this.now,
      timeZone: this.zone,
      memberId: 'me',
      newId: () => `n${(this.#ids += 1)}`,
      sweep: this.#sweep,
      write: (run) => {
        const { transaction } = this.db.write({ actor: 'me', label: 'look', at: this.now }, (db) => {
          run(db);
          return ok(null);
        });
        expect(transaction).toBeNull();
      },
    });
    const names = new Map(
      this.db.read
        .all<{ id: string; name: string }>("SELECT id, kind || '|' || key AS name FROM notice")
        .map((row) => [row.id, row.name]),
    );
    if (this.isQuiet()) expect(shown).toEqual([]);
    for (const id of shown) {
      const name = names.get(id) ?? '';
      expect(this.told, 'told twice').not.toContain(name);
      expect([...this.everDue], 'told though it never was due').toContain(name);
      this.told.push(name);
    }
    return names;
  }

  due(): string[] {
    const now = wall(this.now, this.zone).text;
    return this.tasks()
      .map((one) => occasionOf(one, now))
      .filter((name) => name !== null);
  }

  isQuiet(): boolean {
    const now = wall(this.now, this.zone);
    return now.minute >= quietSettings.from || now.minute < quietSettings.until;
  }

  /** One look of the program, and the laws. */
  look(): void {
    const names = this.lookLoosely();
    const due = this.due();
    const quiet = this.isQuiet();
    if (!quiet) for (const name of due) expect(this.told, 'not told').toContain(name);
    // What the list shows is due or was, is open still, and is about the task as it stands.
    const open = openNotices(this.db.read, 'me', 1000);
    const listed = open.map((row) => names.get(row.id) ?? '');
    const tasks = this.tasks();
    for (const name of listed) {
      const [, id, dueDate] = name.split('|');
      expect(tasks.find((one) => one.id === id)).toMatchObject({ status: 'open', dueDate });
    }
    if (!quiet) for (const name of due) expect(listed, 'not in the list').toContain(name);
  }
}

it('whatever happens to clock, program and records: what is due is told, once, and nothing else is', () => {
  let files = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 45 }), (steps) => {
      const world = new World(folder.file(`w${(files += 1)}.kongdan`));
      try {
        for (const one of steps) {
          world.run(one);
          world.look();
        }
        // A second look in the same moment has nothing to say.
        const before = world.told.length;
        world.look();
        expect(world.told).toHaveLength(before);
      } finally {
        world.db.close();
      }
    }),
    { numRuns: 30 },
  );
});

it('more open tasks than one look reads are all told in the end, each once, whatever is ticked off meanwhile', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 900, max: 1600 }),
      fc.array(fc.nat({ max: 899 }), { maxLength: 40 }),
      (count, ticked) => {
        const world = new World(folder.file(`many-${count}-${ticked.join('-').slice(0, 40)}.kongdan`));
        try {
          world.now = Date.UTC(2026, 2, 25, 4);
          world.db.write({ actor: 'me', label: 'fill', at: world.now, bulkConfirmed: true }, (db) => {
            for (let n = 0; n < count; n += 1) {
              insertRow(db, task, { id: `x${n}`, title: '事', ownerId: 'me', dueDate: plus('2026-03-24', -(n % 300)) });
            }
            return ok(null);
          });
          for (let tick = 0; tick < 12; tick += 1) {
            world.lookLoosely();
            const id = ticked[tick];
            if (id !== undefined) world.run({ type: 'status', task: id, status: 'done' });
          }
          const open = world.tasks().filter((one) => one.status === 'open').length;
          expect(new Set(world.told).size).toBe(world.told.length);
          expect(openNotices(world.db.read, 'me', 5000)).toHaveLength(open);
        } finally {
          world.db.close();
        }
      },
    ),
    { numRuns: 3 },
  );
});

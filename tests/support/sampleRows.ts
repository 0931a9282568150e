import { createHash } from 'node:crypto';
import { chinaHolidays } from '#resources/holidays/chinaHolidays.ts';
import { generateSample, type SamplePlan } from '#db/seed/generateSample.ts';
import type { SampleRow, SampleTable } from '#db/seed/sampleRows.ts';
import { createWorkCalendar } from '#shared/lib/calendar.ts';

/** Wednesday 2026-09-16, 9:00 in Shanghai: the day that test samples are made for. */
export const SAMPLE_AS_OF = Date.UTC(2026, 8, 16, 1);

/** A plan with the usual calendar, demo size and seed 1 unless said otherwise. */
export const samplePlan = (given: Partial<SamplePlan> = {}): SamplePlan => ({
  size: 'demo',
  seed: 1,
  locale: 'zh-CN',
  asOf: SAMPLE_AS_OF,
  calendar: createWorkCalendar('Asia/Shanghai', chinaHolidays),
  ...given,
});

/** Every row of a sample in memory, by table. */
export class CollectedSample {
  readonly #rows = new Map<SampleTable, unknown[]>();

  constructor(plan: SamplePlan) {
    for (const batch of generateSample(plan)) {
      for (const { table, rows } of batch.rows.tables()) {
        const known = this.#rows.get(table);
        if (known === undefined) this.#rows.set(table, [...rows]);
        else for (const row of rows) known.push(row);
      }
    }
  }

  rows<Name extends SampleTable>(table: Name): SampleRow<Name>[] {
    return (this.#rows.get(table) ?? []) as SampleRow<Name>[];
  }

  tables(): SampleTable[] {
    return [...this.#rows.keys()];
  }

  /** SHA-256 over every row of every table, ids included. */
  digest(): string {
    const hash = createHash('sha256');
    for (const table of this.tables().toSorted()) {
      hash.update(table);
      for (const row of this.rows(table)) hash.update(JSON.stringify(row));
    }
    return hash.digest('hex');
  }
}

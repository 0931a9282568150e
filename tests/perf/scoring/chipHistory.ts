import { join } from 'node:path';
import type { SetSource } from './preparedSet.ts';
import { readCsv } from './readCsv.ts';

const DAY = 86_400_000;
const AGE_DAYS = 30;
const WINDOW_DAYS = 90;
const DATA_END = Date.parse('2016-10-25T00:00:00Z');
const CLOSED = new Set(['Stage 1', 'Stage 4', 'Stage 8', 'Stage 9']);
const WON = new Set(['Stage 4', 'Stage 9']);
/** The order of the exercise (README), as a number the learners can bend. */
const STAGE_PLACE: Record<string, number> = { 'Stage 6': 1, 'Stage 5': 2, 'Stage 3': 3, 'Stage 2': 4 };

interface Snapshot {
  readonly at: number;
  readonly stage: string;
  readonly decision: number;
  readonly row: Record<string, string>;
}

/**
 * "Won in the next 90 days, asked at day 30". The moment is midnight of the creation day + 30 days. In are opportunities
 * whose first snapshot lies at or before the moment and whose last snapshot by then is in an open stage (2, 3, 5, 6, 7), and whose 90
 * days end by 2016-10-25. The outcome is whether any later snapshot within the 90 days is in stage 4 or 9 (the same rows as
 * status Closed/Won). Every feature is a fold over snapshots up to the moment; customer frequency counts the
 * opportunities of the part learned from that the same customer had created by then, and itself.
 */
export const chipHistory: SetSource = {
  folder: 'chip_opportunity_history',
  prepare(folder, known) {
    const histories = readHistories(folder);
    const created = known === folder ? creationsByCustomer(histories) : creationsByCustomer(readHistories(known));
    const found = [...histories].flatMap(([id, rows]) => {
      const line = asOfDay30(rows, created, known === folder);
      return line === null ? [] : [{ id, ...line }];
    });
    return [
      {
        name: 'chip_opportunity_history',
        headers: HEADERS,
        rows: found.map(({ cells }) => cells),
        target: 'won_in_90_days',
        positive: '1',
        ids: found.map(({ id }) => id),
        groups: null,
        order: Float64Array.from(found, ({ moment }) => moment),
        reference: { logistic: { auc: 0.809, logLoss: 0.53 }, boosting: { auc: 0.823, logLoss: 0.504 } },
      },
    ];
  },
};

const HEADERS = [
  'moment',
  'stage',
  'stage_place',
  'first_stage',
  'stage_changes',
  'steps_back',
  'days_in_stage',
  'snapshots',
  'days_since_change',
  'days_to_decision',
  'planned_days',
  'decision_moves',
  'decision_pushed_days',
  'type',
  'risk',
  'market',
  'product_segment',
  'sales_segment',
  'geography',
  'application',
  'customer',
  'customer_opportunities',
  'won_in_90_days',
];

const readHistories = (folder: string): Map<string, Record<string, string>[]> =>
  Map.groupBy(readCsv(join(folder, 'opportunity_history.csv.gz')), (row) => row['Opportunity ID']!);

function creationsByCustomer(histories: ReadonlyMap<string, readonly Record<string, string>[]>): Map<string, number[]> {
  const created = new Map<string, number[]>();
  for (const [first] of histories.values()) {
    const dates = created.get(first!['Customer Name']!) ?? [];
    dates.push(Date.parse(first!['Creation Date']!));
    created.set(first!['Customer Name']!, dates);
  }
  return created;
}

function asOfDay30(
  rows: readonly Record<string, string>[],
  created: ReadonlyMap<string, readonly number[]>,
  countsItself: boolean,
): { readonly moment: number; readonly cells: string[] } | null {
  const start = Date.parse(rows[0]!['Creation Date']!);
  const moment = start + AGE_DAYS * DAY;
  const end = moment + WINDOW_DAYS * DAY;
  const snapshots = rows.map(snapshotOf);
  const past = snapshots.filter(({ at }) => at <= moment);
  const now = past.at(-1);
  if (now === undefined || CLOSED.has(now.stage) || end > DATA_END) return null;
  const won = snapshots.some(({ at, stage }) => at > moment && at <= end && WON.has(stage));
  const { row } = now;
  const earlier = (created.get(row['Customer Name']!) ?? []).filter((at) => at <= moment).length;
  const cells = [
    new Date(moment).toISOString().slice(0, 10),
    now.stage,
    ...historyCells(past, now, start, moment),
    ...['Opportunity Type', 'Risk Status', 'Core Consumption Market', 'Core Product Segment'].map((name) => row[name]!),
    ...['Core Sales Segment', 'Geography', 'Core Product Application', 'Customer Name'].map((name) => row[name]!),
    String(countsItself ? earlier : earlier + 1),
    won ? '1' : '0',
  ];
  return { moment, cells };
}

const days = (from: number, to: number): string => ((to - from) / DAY).toFixed(2);

/** Everything that happened up to the moment, as numbers. */
function historyCells(past: readonly Snapshot[], now: Snapshot, start: number, moment: number): string[] {
  let [stageChanges, stepsBack, moves, pushed] = [0, 0, 0, 0];
  let stageSince = past[0]!.at;
  for (const [index, snapshot] of past.entries()) {
    const before = past[index - 1];
    if (before === undefined) continue;
    if (snapshot.stage !== before.stage) {
      stageChanges++;
      stageSince = snapshot.at;
      if ((STAGE_PLACE[snapshot.stage] ?? 0) < (STAGE_PLACE[before.stage] ?? 0)) stepsBack++;
    }
    if (snapshot.decision !== before.decision) {
      moves++;
      pushed += (snapshot.decision - before.decision) / DAY;
    }
  }
  return [
    String(STAGE_PLACE[now.stage] ?? ''),
    past[0]!.stage,
    String(stageChanges),
    String(stepsBack),
    days(stageSince, moment),
    String(past.length),
    days(now.at, moment),
    days(moment, now.decision),
    days(start, past[0]!.decision),
    String(moves),
    pushed.toFixed(0),
  ];
}

const snapshotOf = (row: Record<string, string>): Snapshot => ({
  at: Date.parse(`${row['Transition To Timestamp']!.replace(' ', 'T')}Z`),
  stage: row['Transition To Stage']!,
  decision: Date.parse(row['Decision Date']!),
  row,
});

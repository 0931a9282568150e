import { randomBytes } from 'node:crypto';
import type { WorkspaceDb } from '#db/open.ts';
import { openWorkspace } from '#db/open.ts';
import { newestTransaction } from '#db/changes/transactionLog.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { opportunity } from '#db/schema/opportunity.ts';
import { scoreModel } from '#db/schema/scoring.ts';
import { activity } from '#db/schema/work.ts';
import { openRecordIds } from '#db/queries/scoring/scoredRecords.ts';
import { dealTrainingTable } from '#electron/features/scoring/dealTrainingTable.ts';
import { noteChanges, refreshFacts, scoreAll, scoreTouched } from '#electron/features/scoring/rescore.ts';
import { scoringContext } from '#electron/features/scoring/scoringContext.ts';
import type { SampleSize } from '#shared/contract/workspace.contract.ts';
import { trainModel } from '#shared/domain/scoring/learning/trainModel.ts';
import { ok } from '#shared/lib/result.ts';
import { BENCH_NOW, cachedSample, removeWorkspace, workingCopy } from '../benchWorkspace.ts';
import { summarise, type Timing } from '../measure.ts';

const DAY = 86_400_000;
const ROUNDS = 7;
const TOUCHES = 60;
/** Enough closed deals to learn something; the learner has a bench of its own. */
const LEARNED_DAYS = 150;

/** How long scoring of a whole workspace takes, in milliseconds. */
export interface WorkspaceScoreFigures {
  readonly deals: number;
  /** Reading closed deals at moments of their life. */
  readonly trainingTable: { readonly rows: number; readonly records: number; readonly ms: number };
  readonly train: { readonly ms: number; readonly verdict: string; readonly auc: number };
  /** Every deal's facts from all its events, written. */
  readonly firstFold: number;
  /** The first figures of all deals, history included. */
  readonly firstScores: number;
  /** The next day: facts read, figures computed and written, and the history of those that differ. */
  readonly rescoreAll: Timing & { readonly changed: number };
  /** Nothing happened and it is the same day. */
  readonly rescoreNothing: number;
  /** One deal got an activity: found in the log, folded, scored and written. */
  readonly oneDeal: Timing;
}

/** Measures on a copy of the sample in which every deal is open, so that there are 100,000 to be scored. */
export function measureWorkspaceScores(
  folder: string,
  size: SampleSize,
  say: (text: string) => void,
): WorkspaceScoreFigures {
  const copy = workingCopy(cachedSample(folder, size, say).path, 'scores');
  try {
    const opened = openWorkspace(copy, { now: BENCH_NOW, randomBytes: (length) => randomBytes(length) });
    if (!opened.ok) throw new Error(`The copy could not be opened: ${JSON.stringify(opened.error)}`);
    const db = opened.value;
    try {
      return measure(db, say);
    } finally {
      db.close();
    }
  } finally {
    removeWorkspace(copy);
  }
}

function measure(db: WorkspaceDb, say: (text: string) => void): WorkspaceScoreFigures {
  const at = (days: number) =>
    scoringContext(db, { now: BENCH_NOW + days * DAY, timeZone: 'Asia/Shanghai', actorId: '' });
  const [tableMs, training] = timed(() => dealTrainingTable(db.read, { now: BENCH_NOW }));
  const recent = dealTrainingTable(db.read, { now: BENCH_NOW, from: BENCH_NOW - LEARNED_DAYS * DAY });
  say(`learning from ${recent.records} deals …`);
  const [trainMs, { model, report }] = timed(() =>
    trainModel(recent.table, { seed: 1, unresolved: recent.unresolved }),
  );
  say('opening every deal …');
  openAll(db, { body: JSON.stringify(model), report: JSON.stringify(report) });
  noteChanges(at(0));
  say('first fold …');
  const [firstFold] = timed(() => refreshFacts(at(0), 'deal', () => false));
  const [firstScores, { scored }] = timed(() => scoreAll(at(0), 'deal'));
  const times: number[] = [];
  let changed = 0;
  for (let day = 1; day <= ROUNDS; day += 1) {
    const [ms, outcome] = timed(() => scoreAll(at(day), 'deal'));
    if (outcome.scored !== scored) throw new Error(`Only ${outcome.scored} of ${scored} deals were scored`);
    times.push(ms);
    changed = outcome.changed;
  }
  const [rescoreNothing] = timed(() => scoreAll(at(ROUNDS), 'deal'));
  return {
    deals: scored,
    trainingTable: { rows: training.table.rows, records: training.records, ms: tableMs },
    train: { ms: trainMs, verdict: report.verdict, auc: report.metrics.auc },
    firstFold,
    firstScores,
    rescoreAll: { ...summarise(times), changed },
    rescoreNothing,
    oneDeal: summarise(touchDeals(db, at(ROUNDS))),
  };
}

function openAll(db: WorkspaceDb, trained: { body: string; report: string }): void {
  change(db, 'open', (write) => {
    write.run(`UPDATE opportunity SET status = 'open', closedAt = NULL WHERE status <> 'open' AND removedAt IS NULL`);
    insertRow(write, scoreModel, {
      id: 'bench',
      kind: 'deal',
      verdict: 'usable',
      activatedAt: BENCH_NOW,
      ...trained,
    });
  });
}

/** Times from the finished command to the written figure; each deal gets an activity first. */
function touchDeals(db: WorkspaceDb, context: ReturnType<typeof scoringContext>): number[] {
  scoreTouched(context);
  const ids = openRecordIds(db.read, 'deal');
  return Array.from({ length: TOUCHES }, (_, n) => {
    const id = ids[Math.floor((n * ids.length) / TOUCHES)]!;
    change(db, 'activity', (write) => {
      insertRow(write, activity, { id: `touch-${n}`, kind: 'visit', at: context.now - DAY, opportunityId: id });
      updateRow(write, opportunity, id, { nextStep: `${n}` });
    });
    const before = newestTransaction(db.read)?.seq;
    const [ms, outcome] = timed(() => scoreTouched(context));
    if (outcome === 'many' || outcome.scored !== 1) throw new Error(`Entry ${before}: ${JSON.stringify(outcome)}`);
    return ms;
  }).slice(5);
}

function change(db: WorkspaceDb, label: string, run: (db: Parameters<Parameters<WorkspaceDb['write']>[1]>[0]) => void) {
  const { result } = db.write({ actor: 'bench', label, at: BENCH_NOW, bulkConfirmed: true }, (inside) => {
    run(inside);
    return ok(null);
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
}

function timed<T>(run: () => T): [number, T] {
  const started = performance.now();
  const value = run();
  return [performance.now() - started, value];
}

import { liveProcessIds, targetProcess } from '#db/queries/imports/targetProcess.ts';
import type { ReadDb } from '#db/handles.ts';
import type { ImportPlan } from '#shared/contract/import.contract.ts';
import { foldName, tidyText } from '#shared/domain/imports/foldText.ts';
import { isMissing } from '#shared/domain/imports/missingValue.ts';
import { guessOutcome } from '#shared/domain/imports/outcomeWords.ts';
import { orderStages, proposeStages, type StageLook } from '#shared/domain/imports/proposeStages.ts';
import { headerFor } from './inspectAmounts.ts';
import type { LookedAtFile } from './inspectFiles.ts';

interface StageInspection {
  readonly texts: { text: string; count: number }[];
  readonly process: ImportPlan['process'];
  readonly entryStage: string | null;
}

/** A stage text while it is counted. */
interface Counted {
  readonly text: string;
  count: number;
  /** Rows that tell when the deal began. */
  begun: number;
  readonly statuses: Map<string, number>;
}

/** Finds the stages that deal files name, their order, and the process they belong to: one that is here, or a new one. */
export function inspectStages(db: ReadDb, files: readonly LookedAtFile[], source: string): StageInspection {
  const stages = new Map<string, Counted>();
  const order = new Map<string, Map<string, number>>();
  for (const file of files) {
    if (file.plan.entity === 'opportunity' || file.plan.entity === 'stageHistory') countStages(file, stages, order);
  }
  if (stages.size === 0) return { texts: [], process: { none: true }, entryStage: null };
  const ordered = orderStages([...stages.values()], order) as (StageLook & Counted)[];
  const texts = ordered.map(({ text, count }) => ({ text, count }));
  const proposed = proposeStages(ordered);
  const open = ordered.filter(({ text }) =>
    proposed.some((stage) => stage.text === text && !['won', 'lost'].includes(stage.stageClass)),
  );
  return {
    texts,
    process: matchingProcess(db, ordered) ?? { newProcess: { name: source, stages: proposed } },
    entryStage: entryOf(open),
  };
}

function countStages(
  { plan, table }: LookedAtFile,
  stages: Map<string, Counted>,
  order: Map<string, Map<string, number>>,
): void {
  const place = (field: string): number => table.headers.indexOf(headerFor(plan, field) ?? '\u0000');
  const [stageAt, statusAt, keyAt] = [place('stage'), place('status'), place('externalId')];
  const beganAt = [place('createdAt'), place('engagedAt')].filter((index) => index >= 0);
  let deal = '';
  let visited: string[] = [];
  for (const { cells } of table.rows.rows()) {
    const text = tidyText(cells[stageAt] ?? '');
    if (isMissing(text)) continue;
    const stage = stages.get(text) ?? { text, count: 0, begun: 0, statuses: new Map<string, number>() };
    stages.set(text, stage);
    stage.count += 1;
    if (beganAt.some((index) => !isMissing(cells[index] ?? ''))) stage.begun += 1;
    const status = tidyText(cells[statusAt] ?? '');
    if (!isMissing(status)) stage.statuses.set(status, (stage.statuses.get(status) ?? 0) + 1);
    if (plan.entity !== 'stageHistory') continue;
    if ((cells[keyAt] ?? '') !== deal) visited = [];
    deal = cells[keyAt] ?? '';
    if (visited.includes(text)) continue;
    for (const before of visited) {
      const after = order.get(before) ?? new Map<string, number>();
      order.set(before, after);
      after.set(text, (after.get(text) ?? 0) + 1);
    }
    visited.push(text);
  }
}

/** A process that is here and has a stage of the same name for every text, such as the one of an earlier import. */
function matchingProcess(db: ReadDb, stages: readonly StageLook[]): ImportPlan['process'] | null {
  for (const processId of liveProcessIds(db)) {
    const process = targetProcess(db, processId);
    const byName = new Map(process?.stages.map((stage) => [foldName(stage.name), stage.id]));
    const ids = stages.map(({ text }) => [text, byName.get(foldName(text))] as const);
    if (!ids.every(([, id]) => id !== undefined)) continue;
    return { processId, stages: { toStageId: Object.fromEntries(ids) as Record<string, string> } };
  }
  return null;
}

/**
 * The stage in which deals begin, when beginnings are told for a later stage and not for the first ones: a file with an
 * engage date tells when deals came into "Engaging", not when somebody first heard of them.
 */
function entryOf(open: readonly Counted[]): string | null {
  const told = open.filter(({ begun, count }) => begun >= count * 0.9);
  const first = open[0];
  if (!first || told.length === 0 || first.begun >= first.count * 0.5) return null;
  return told.find(({ text }) => guessOutcome(text) === null)?.text ?? null;
}

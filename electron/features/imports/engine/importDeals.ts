import {
  closeInstant,
  dealColumns,
  dealName,
  outcomeOfStatus,
  unreadableTexts,
  withoutLostZero,
} from './dealFields.ts';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import { journeyOfLastStage } from '#shared/domain/imports/importedJourney.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import type { TargetStage } from '#db/queries/imports/targetProcess.ts';
import type { ImportState } from './importState.ts';
import type { ReadRow } from './rowReader.ts';
import { keyOf, repeated, type RowSource } from './rowSource.ts';
import type { StageTarget } from './stageTarget.ts';
import { writeDeal } from './writeDeal.ts';

/** Deals from a file that knows only their last stage. */
export function importDeals(state: ImportState, target: StageTarget, source: RowSource): void {
  for (const row of source.rows()) importDeal(state, target, source, row);
}

function importDeal(state: ImportState, target: StageTarget, source: RowSource, row: ReadRow): void {
  const { tally, now } = state.deps;
  if (row.values.externalId === undefined && row.values.name === undefined && row.values.account === undefined) {
    source.refuse(row, source.reader.indexOf('externalId') >= 0 ? 'externalId' : 'name');
    return;
  }
  const key = keyOf(
    state,
    row.values.externalId,
    foldName(`${row.values.name ?? ''}\u0001${row.values.account ?? ''}`),
  );
  if (repeated(state, 'opportunity', key, row)) return;
  const place = placeInProcess(target, row);
  if (place === 'ignore') {
    tally.note('ignoredStageRows');
    tally.row('opportunity', 'skip', row.place, dealName(row.values, key));
    return;
  }
  const { stage, entry } = place;
  const closed = !isOpenStage(stage);
  const values = withoutLostZero(state, row.values, stage.stageClass === 'lost');
  const columns = dealColumns(state, values, closed);
  const told = values.createdAt ?? values.engagedAt;
  const closedAt = closed ? closeInstant(state, values) : null;
  const stageEnteredAt = values.stageEnteredAt === undefined ? null : Number(values.stageEnteredAt);
  const journey = journeyOfLastStage(target.stages, {
    stage,
    entry,
    beganAt: told === undefined ? null : Number(told),
    stageEnteredAt,
    closedAt,
    now,
  });
  const met = state.deals.get(key);
  if (met?.by === 'stageHistory') {
    state.completeDeal(met, columns, row, dealName(values, key));
    return;
  }
  if (told === undefined && closedAt === null && stageEnteredAt === null) tally.note('creationUnknown');
  const createdAt = journey.steps[0]!.at;
  const status = outcomeOfStatus(values);
  const deal = {
    key,
    columns,
    journey,
    status,
    createdAt,
    custom: { ...row.custom, ...unreadableTexts(values) },
    pastChanges: [],
  };
  writeDeal(state, target, { ...deal, entity: 'opportunity', row: { ...row, values }, name: dealName(values, key) });
}

/**
 * The stage a row is in, and the open one it began in. A status that says won or lost while the stage is an open one
 * (Pipedrive) means: it was in that stage when it was closed.
 */
function placeInProcess(target: StageTarget, row: ReadRow): { stage: TargetStage; entry: TargetStage } | 'ignore' {
  const text = row.values.stage;
  const found = text === undefined ? target.entry : (target.find(String(text)) ?? target.entry);
  if (found === 'ignore') return 'ignore';
  const outcome = outcomeOfStatus(row.values);
  if (!isOpenStage(found)) return { stage: found, entry: target.entry };
  const end = outcome === 'won' ? target.won : outcome === 'lost' || outcome === 'noDecision' ? target.lost : undefined;
  return end ? { stage: end, entry: found } : { stage: found, entry: target.entry };
}

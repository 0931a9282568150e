import { importedStageChanges } from '#db/queries/imports/importedParts.ts';
import type { TargetStage } from '#db/queries/imports/targetProcess.ts';
import { type ImportRow, storedRow } from '#db/repositories/imports/importRecords.ts';
import { mergeCustom } from '#shared/domain/imports/compareFields.ts';
import type { ImportedJourney, JourneyStep } from '#shared/domain/imports/importedJourney.ts';
import type { OutcomeGuess } from '#shared/domain/imports/outcomeWords.ts';
import { criteriaOfMove, type CriterionFacts, factsOfFields } from '#shared/domain/pipeline/criterion.ts';
import { evaluateCriteria } from '#shared/domain/pipeline/evaluateCriteria.ts';
import { isGated } from '#shared/domain/pipeline/moveKind.ts';
import { moveDealRows } from '#db/queries/pipeline/moveDeals.ts';
import type { ImportEntity } from '#shared/contract/import.contract.ts';
import { loadFacts } from '../../pipeline/moveContext.ts';
import { type ImportState, outcomeOf } from './importState.ts';
import { resolveReference } from './references.ts';
import type { ReadRow } from './rowReader.ts';
import { stableId } from './stableId.ts';
import type { StageTarget } from './stageTarget.ts';

/** A deal as a file tells it, ready to be made or held against the one that is here. */
export interface ImportedDeal {
  readonly entity: ImportEntity & ('opportunity' | 'stageHistory');
  readonly key: string;
  readonly row: ReadRow;
  readonly name: string;
  /** Columns that the file speaks of, without stage and closing. */
  readonly columns: ImportRow;
  readonly custom: Readonly<Record<string, string>>;
  readonly journey: ImportedJourney;
  readonly status: OutcomeGuess | null;
  readonly createdAt: number;
  /** Rows of `pastChange`, without id and deal. */
  readonly pastChanges: readonly { field: string; fromValue: string | null; toValue: string | null; at: number }[];
}

/** Makes the deal or takes over what is new in the file; counts it. */
export function writeDeal(state: ImportState, target: StageTarget, deal: ImportedDeal): void {
  const existing = state.findByKey('opportunity', deal.key);
  const stored = existing === undefined ? undefined : storedRow(state.deps.db, 'opportunity', existing);
  if (stored) updateDeal(state, target, deal, stored);
  else createDeal(state, target, deal);
}

function createDeal(state: ImportState, target: StageTarget, deal: ImportedDeal): void {
  const { sink, newId, plan, tally } = state.deps;
  const id = newId();
  const row: ImportRow = {
    currency: plan.currency,
    ...deal.columns,
    ...placeOf(target, deal),
    id,
    name: deal.name,
    processId: target.processId,
    processVersionId: target.versionId,
    rank: target.nextRank(deal.journey.stageId),
    custom: mergeCustom('{}', deal.custom),
    createdAt: deal.createdAt,
  };
  sink.insert('opportunity', row);
  state.remember('opportunity', deal.key, id);
  if (row.accountId === undefined) tally.note('dealsWithoutAccount');
  writeSteps(state, target, id, row, deal.journey.steps, true);
  writePastChanges(state, id, deal, true);
  writeProduct(state, id, deal, row, true);
  tally.row(deal.entity, 'create', deal.row.place, deal.name);
  state.meetDeal(deal.key, {
    id,
    currency: String(row.currency),
    accountId: (row.accountId ?? null) as string | null,
    row,
    by: deal.entity,
  });
}

function updateDeal(state: ImportState, target: StageTarget, deal: ImportedDeal, stored: ImportRow): void {
  const { sink, tally } = state.deps;
  const id = String(stored.id);
  state.meetDeal(deal.key, {
    id,
    currency: String(stored.currency),
    accountId: stored.accountId as string | null,
    row: null,
    by: deal.entity,
  });
  if (stored.removedAt) {
    tally.note('inTrash');
    tally.row(deal.entity, 'skip', deal.row.place, deal.name);
    return;
  }
  const custom = mergeCustom(String(stored.custom), deal.custom);
  const proposed: ImportRow = { ...deal.columns, ...movedPlace(target, deal, stored), custom };
  const compared = state.compare('opportunity', stored, proposed);
  const moved = compared.patch.stageId !== undefined || compared.differences.every(({ field }) => field !== 'stageId');
  if (Object.keys(compared.patch).length > 0) sink.update('opportunity', id, compared.patch);
  // A person who moved the deal since then has the last word on its path too.
  const added = moved ? writeNewSteps(state, target, id, stored, deal, compared.patch.stageId !== undefined) : 0;
  const parts = added + writePastChanges(state, id, deal) + writeProduct(state, id, deal, stored);
  const outcome = outcomeOf(compared);
  tally.row(
    deal.entity,
    outcome === 'skip' && parts > 0 ? 'update' : outcome,
    deal.row.place,
    deal.name,
    compared.differences,
  );
}

/** Stage, status and the times that belong to them. */
function placeOf(target: StageTarget, { journey, status }: ImportedDeal): ImportRow {
  const stage = target.stages.find(({ id }) => id === journey.stageId);
  return {
    stageId: journey.stageId,
    status: statusIn(stage, status),
    stageEnteredAt: journey.stageEnteredAt,
    closedAt: journey.closedAt,
  };
}

function statusIn(stage: TargetStage | undefined, status: OutcomeGuess | null): string {
  if (stage?.stageClass === 'won') return 'won';
  if (stage?.stageClass === 'lost') return status === 'noDecision' ? 'noDecision' : 'lost';
  return status === 'paused' ? 'paused' : 'open';
}

/**
 * The place of a deal that is here already. Times are only taken over together with another stage or, for closed deals,
 * another closing time: an open deal whose row tells no time would otherwise change with every import.
 */
function movedPlace(target: StageTarget, deal: ImportedDeal, stored: ImportRow): ImportRow {
  if (stored.processVersionId !== target.versionId) return {};
  const place = placeOf(target, deal);
  if (place.stageId !== stored.stageId || deal.entity === 'stageHistory') return place;
  return {
    status: place.status!,
    ...(place.closedAt !== null && deal.journey.steps.length > 1 && { closedAt: place.closedAt! }),
  };
}

/** A file without history that shows another stage adds one step from here to there; a history adds what it has more. */
function writeNewSteps(
  state: ImportState,
  target: StageTarget,
  id: string,
  stored: ImportRow,
  deal: ImportedDeal,
  stageChanged: boolean,
): number {
  if (deal.entity === 'opportunity') {
    if (!stageChanged) return 0;
    const last = deal.journey.steps.at(-1)!;
    const from = String(stored.stageId);
    const at = last.kind === 'create' ? Math.max(deal.journey.stageEnteredAt, Number(stored.stageEnteredAt)) : last.at;
    const kind = last.kind === 'create' ? 'advance' : last.kind;
    return writeSteps(state, target, id, stored, [{ fromStageId: from, toStageId: last.toStageId, at, kind }]);
  }
  const before = new Set(importedStageChanges(state.deps.db, id));
  const steps = deal.journey.steps;
  for (const known of stepIds(id, steps)) before.delete(known);
  if (before.size > 0) {
    const { tally } = state.deps;
    tally.problem({ ...deal.row.place, column: '', value: deal.name, code: 'historyDiffers', severity: 'warning' });
  }
  return writeSteps(state, target, id, stored, steps);
}

const stepIds = (dealId: string, steps: readonly JourneyStep[]): string[] =>
  distinctIds(steps.map(({ at, toStageId }) => ['stageChange', dealId, at, toStageId]));

/** An id for each list of parts; equal lists (two moves of one instant) are told apart by their place among equals. */
function distinctIds(lists: readonly (readonly (string | number)[])[]): string[] {
  const times = new Map<string, number>();
  return lists.map((parts) => {
    const id = stableId(...parts);
    const before = times.get(id) ?? 0;
    times.set(id, before + 1);
    return before === 0 ? id : stableId(...parts, before);
  });
}

/** Writes steps that are not there yet; returns how many. Criteria of the stage left are judged by what the file knows. */
function writeSteps(
  state: ImportState,
  target: StageTarget,
  dealId: string,
  deal: ImportRow,
  steps: readonly JourneyStep[],
  isNew = false,
): number {
  const { tally } = state.deps;
  const ids = stepIds(dealId, steps);
  let known: CriterionFacts | undefined;
  const facts = () => (known ??= factsOf(state, target, dealId, deal, isNew));
  let written = 0;
  for (const [index, step] of steps.entries()) {
    const openCriteria = openCriteriaOf(target, step, facts);
    const parts = { id: ids[index]!, opportunityId: dealId, byId: null, openCriteria: JSON.stringify(openCriteria) };
    if (!state.insertOnce('stageChange', { ...step, ...parts, door: 'import' }, isNew)) continue;
    if (openCriteria.length > 0) tally.note('movesPastCriteria');
    tally.stageChanges += 1;
    written += 1;
  }
  return written;
}

/** The same check as for a move on the screen; an import records what was open instead of refusing what has happened. */
function openCriteriaOf(target: StageTarget, step: JourneyStep, facts: () => CriterionFacts): string[] {
  if (target.criteria.length === 0 || step.fromStageId === null || step.kind === 'create') return [];
  const to = target.stages.find(({ id }) => id === step.toStageId);
  if (!to || !isGated(step.kind, to)) return [];
  const criteria = criteriaOfMove(target.criteria, step.fromStageId, to.id);
  if (criteria.length === 0) return [];
  return evaluateCriteria(criteria, facts()).flatMap(({ met, criterionId }) => (met ? [] : [criterionId]));
}

/** What is known about a deal: of a new one what its file says, of one that is here also what was proven here. */
function factsOf(
  state: ImportState,
  target: StageTarget,
  dealId: string,
  deal: ImportRow,
  isNew: boolean,
): CriterionFacts {
  const { db, now } = state.deps;
  const stored = isNew ? undefined : moveDealRows(db, [dealId])[0];
  if (stored === undefined) return factsOfFields(deal, now);
  const kinds = new Set(target.criteria.map(({ kind }) => kind));
  const known = loadFacts(db, [dealId], kinds, now)(stored);
  return { ...known, fields: { ...known.fields, ...deal } };
}

function writePastChanges(state: ImportState, dealId: string, deal: ImportedDeal, isNew = false): number {
  const { pastChanges } = deal;
  const ids = distinctIds(
    pastChanges.map(({ field, at, toValue }) => ['pastChange', dealId, field, at, toValue ?? '']),
  );
  let written = 0;
  for (const [index, change] of pastChanges.entries()) {
    if (state.insertOnce('pastChange', { ...change, id: ids[index]!, opportunityId: dealId }, isNew)) written += 1;
  }
  return written;
}

/** The product that a deal names becomes its line, with the list price as unit price where one is known. */
function writeProduct(state: ImportState, dealId: string, deal: ImportedDeal, row: ImportRow, isNew = false): number {
  const named = deal.row.values.product;
  if (named === undefined) return 0;
  let written = 0;
  for (const [index, name] of String(named)
    .split(/[;；]/u)
    .map((part) => part.trim())
    .entries()) {
    const productId = name === '' ? null : resolveReference(state, 'product', name);
    if (productId === null) continue;
    const id = stableId('opportunityLine', dealId, productId);
    const amountMinor = index === 0 && !/[;；]/u.test(String(named)) ? (row.amountMinor ?? null) : null;
    const line = { opportunityId: dealId, productId, quantity: 1, currency: String(row.currency), rank: `a${index}` };
    const price = state.listPrice(productId);
    const unitPriceMinor = price && price.currency === row.currency ? price.priceMinor : null;
    if (state.insertOnce('opportunityLine', { ...line, id, unitPriceMinor, amountMinor }, isNew)) written += 1;
  }
  return written;
}

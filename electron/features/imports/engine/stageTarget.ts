import { findExternalRef } from '#db/queries/imports/knownNames.ts';
import { lastRanks, type TargetCriterion, targetProcess, type TargetStage } from '#db/queries/imports/targetProcess.ts';
import type { ImportSink } from '#db/repositories/imports/importRecords.ts';
import type { ReadDb } from '#db/handles.ts';
import type { ImportFailure, ImportPlan } from '#shared/contract/import.contract.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import { isOpenStage, openStages } from '#shared/domain/pipeline/stages.ts';
import { rankBetween } from '#shared/lib/rank.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { externalRefId } from './stableId.ts';

/** The process that deals of this import go into, and what its stages are called in the file. */
export interface StageTarget {
  readonly processId: string;
  readonly versionId: string;
  readonly stages: readonly TargetStage[];
  readonly criteria: readonly TargetCriterion[];
  /** The stage a text means; `ignore` as the plan says; undefined when the plan does not know it. */
  readonly find: (text: string) => TargetStage | 'ignore' | undefined;
  readonly entry: TargetStage;
  readonly won: TargetStage | undefined;
  readonly lost: TargetStage | undefined;
  /** A card order key after the last card of a stage. */
  readonly nextRank: (stageId: string) => string;
}

interface TargetDeps {
  readonly db: ReadDb;
  readonly sink: ImportSink;
  readonly newId: () => string;
  readonly now: number;
}

type NewProcess = Extract<ImportPlan['process'], { newProcess: unknown }>['newProcess'];

/** Finds or makes the target; `none` gives null. Fails when the plan names a process or stage that is not there. */
export function stageTarget(plan: ImportPlan, deps: TargetDeps): Result<StageTarget | null, ImportFailure> {
  if ('none' in plan.process) return ok(null);
  if ('newProcess' in plan.process) {
    const made = madeBefore(plan, plan.process.newProcess, deps) ?? makeProcess(plan, plan.process.newProcess, deps);
    return assemble(plan, made, deps.db);
  }
  const found = targetProcess(deps.db, plan.process.processId);
  if (!found) return err({ type: 'unknownProcess' });
  const texts = new Map<string, TargetStage | 'ignore'>();
  for (const [text, stageId] of Object.entries(plan.process.stages.toStageId)) {
    const stage = stageId === 'ignore' ? 'ignore' : found.stages.find(({ id }) => id === stageId);
    if (!stage) return err({ type: 'unknownProcess' });
    texts.set(foldName(text), stage);
  }
  // A stage that is called the same needs no mapping.
  for (const stage of found.stages) if (!texts.has(foldName(stage.name))) texts.set(foldName(stage.name), stage);
  return assemble(plan, { ...found, texts }, deps.db);
}

interface Found {
  readonly processId: string;
  readonly versionId: string;
  readonly stages: readonly TargetStage[];
  readonly criteria: readonly TargetCriterion[];
  readonly texts: ReadonlyMap<string, TargetStage | 'ignore'>;
}

function assemble(plan: ImportPlan, found: Found, db: ReadDb): Result<StageTarget, ImportFailure> {
  const entryText = plan.entryStage === null ? undefined : found.texts.get(foldName(plan.entryStage));
  const entry = entryText !== undefined && entryText !== 'ignore' ? entryText : openStages(found.stages)[0];
  if (!entry || !isOpenStage(entry)) return err({ type: 'unknownProcess' });
  const ranks = lastRanks(db, found.processId);
  return ok({
    ...found,
    entry,
    won: found.stages.find(({ stageClass }) => stageClass === 'won'),
    lost: found.stages.find(({ stageClass }) => stageClass === 'lost'),
    find: (text) => found.texts.get(foldName(text)),
    nextRank: (stageId) => {
      const rank = rankBetween(ranks.get(stageId) ?? null, null);
      ranks.set(stageId, rank);
      return rank;
    },
  });
}

const processKey = (process: NewProcess): string => `name:${foldName(process.name)}`;

/** The process that an earlier import of this source made under this name, unless it was archived since. */
function madeBefore(plan: ImportPlan, process: NewProcess, deps: TargetDeps): Found | undefined {
  const id = findExternalRef(deps.db, externalRefId(plan.source, 'process', processKey(process)));
  const found = id === undefined ? undefined : targetProcess(deps.db, id);
  if (!found) return undefined;
  const texts = new Map<string, TargetStage | 'ignore'>();
  for (const planned of process.stages) {
    if (planned.text === '') continue;
    const stage =
      planned.stageClass === 'ignore'
        ? 'ignore'
        : found.stages.find(({ name }) => foldName(name) === foldName(planned.name));
    // A stage that is new in the file stays unmapped: versions of a process are not changed behind anybody's back.
    if (stage) texts.set(foldName(planned.text), stage);
  }
  return { ...found, texts };
}

function makeProcess(plan: ImportPlan, process: NewProcess, { db, sink, newId, now }: TargetDeps): Found {
  const processId = newId();
  const versionId = newId();
  const texts = new Map<string, TargetStage | 'ignore'>();
  const stages: TargetStage[] = [];
  for (const { text, name, stageClass, winRateMille } of process.stages) {
    if (stageClass === 'ignore') {
      texts.set(foldName(text), 'ignore');
      continue;
    }
    // Two texts under one name are one stage.
    let stage = stages.find((known) => foldName(known.name) === foldName(name));
    if (!stage) {
      stage = { id: newId(), key: `s${stages.length + 1}`, name, stageClass, position: stages.length, winRateMille };
      stages.push(stage);
    }
    if (text !== '') texts.set(foldName(text), stage);
  }
  const rank = rankBetween(lastRanks(db, null).get('') ?? null, null);
  sink.insert('process', { id: processId, name: process.name, currentVersionId: versionId, rank, createdAt: now });
  sink.insert('processVersion', { id: versionId, processId, number: 1, publishedAt: now, createdAt: now });
  for (const stage of stages) sink.insert('stage', { ...stage, processVersionId: versionId });
  const key = processKey(process);
  const ref = { source: plan.source, entity: 'process', externalId: key, entityId: processId, createdAt: now };
  sink.insert('externalRef', { id: externalRefId(plan.source, 'process', key), ...ref });
  return { processId, versionId, stages, criteria: [], texts };
}

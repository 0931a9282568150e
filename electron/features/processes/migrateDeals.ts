import type { z } from 'zod';
import type { WriteDb } from '#db/handles.ts';
import { versionContent, type VersionContent } from '#db/queries/process/versions.ts';
import {
  carryProofs,
  carryTasks,
  type Continuation,
  retargetDeals,
  type RunningDeal,
  runningDeals,
} from '#db/repositories/migrateDeals.ts';
import { appendStageChange } from '#db/repositories/stageChange.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { processContract } from '#shared/contract/process.contract.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext } from '#electron/ipc/handler.ts';
import { actor, enterStage } from '../pipeline/applyMove.ts';
import { migrationFrame, type MigrationFrame, type MigrationStageRow } from './migrationPlan.ts';

type MigrateError = z.output<typeof processContract.migrate.errors> | CommonError;

/** What a migration is asked to do, and who asks. */
export interface Migration {
  readonly id: string;
  readonly toProcessId?: string | undefined;
  readonly mapping: readonly { readonly fromStageId: string; readonly toStageId: string }[];
  /** As the stage history names it. */
  readonly door: string;
}

/** What writing a migration needs; a job has it as well as a command. */
export type MigrationContext = Pick<CommandContext, 'db' | 'now' | 'today' | 'timeZone' | 'newId' | 'actorId'>;

/** How many deals run in another version now, and how many of them came into a stage of another key. */
export interface Migrated {
  readonly moved: number;
  readonly changedStage: number;
}

/**
 * Moves running deals to another version, inside the caller's transaction. In a stage of the same key of the same process the
 * visit goes on; everywhere else a new one begins, which the history tells as `migrate`. Proofs and tasks go along with the
 * criteria and key tasks that continue theirs, and what the new stage prescribes besides is created.
 */
export function migrateDeals(
  context: MigrationContext,
  db: WriteDb,
  migration: Migration,
): Result<Migrated, MigrateError> {
  const found = migrationFrame(db, migration);
  if (!found.ok) return found;
  const frame = found.value;
  const steps = new Map<string, Step>();
  for (const { fromStageId, toStageId } of migration.mapping) {
    const from = frame.from.find(({ id }) => id === fromStageId);
    if (from === undefined) return err({ type: 'wrongMapping', stageId: fromStageId });
    const to = frame.to.find(({ id }) => id === toStageId);
    if (to === undefined) return err({ type: 'wrongMapping', stageId: toStageId });
    steps.set(fromStageId, { from, to, goesOn: frame.source.id === frame.target.id && from.key === to.key });
  }
  const deals = Map.groupBy(runningDeals(db, frame.source.id, [...steps.keys()]), ({ stageId }) => stageId);
  const total = { moved: 0, changedStage: 0 };
  const newer = versionContent(db, frame.target.versionId);
  for (const step of steps.values()) {
    const own = deals.get(step.from.id) ?? [];
    if (own.length === 0) continue;
    moveStage(context, db, { step, deals: own, frame, newer, door: migration.door });
    total.moved += own.length;
    if (!step.goesOn) total.changedStage += own.length;
  }
  return ok(total);
}

interface Step {
  readonly from: MigrationStageRow;
  readonly to: MigrationStageRow;
  /** The visit goes on: the same stage, only of a newer version. */
  readonly goesOn: boolean;
}

interface StageMove {
  readonly step: Step;
  readonly deals: readonly RunningDeal[];
  readonly frame: MigrationFrame;
  readonly newer: VersionContent;
  readonly door: string;
}

function moveStage(context: MigrationContext, db: WriteDb, { step, deals, frame, newer, door }: StageMove): void {
  const ids = deals.map(({ id }) => id);
  const sameProcess = frame.source.id === frame.target.id;
  const older = versionContent(db, step.from.versionId);
  retargetDeals(db, ids, {
    processId: frame.target.id,
    versionId: frame.target.versionId,
    stageId: step.to.id,
    enteredAt: step.goesOn ? null : context.now,
  });
  carryTasks(
    db,
    ids,
    continuations(older.tasks, newer.tasks, sameProcess, ({ title }) => title),
  );
  carryProofs(
    db,
    ids,
    continuations(older.criteria, newer.criteria, sameProcess, ({ text }) => text),
  );
  const byId = actor(context);
  for (const deal of deals) {
    if (!step.goesOn) {
      appendStageChange(db, {
        id: context.newId(),
        opportunityId: deal.id,
        fromStageId: step.from.id,
        toStageId: step.to.id,
        at: context.now,
        byId,
        kind: 'migrate',
        door,
      });
    }
    enterStage(context, db, {
      opportunityId: deal.id,
      accountId: deal.accountId,
      ownerId: deal.ownerId,
      stageId: step.to.id,
    });
  }
}

interface Part {
  readonly id: string;
  readonly stageId: string;
  readonly key: string;
  readonly kind: string;
}

/**
 * The parts that go on in the newer version: those of the same key and kind. In another process keys are made independently, so
 * that the words must be the same, too.
 */
function continuations<P extends Part>(
  older: readonly P[],
  newer: readonly P[],
  sameProcess: boolean,
  wordsOf: (part: P) => string,
): Continuation[] {
  const byKey = new Map(newer.map((part) => [part.key, part]));
  return older.flatMap((part) => {
    const next = byKey.get(part.key);
    if (next === undefined || next.kind !== part.kind) return [];
    if (!sameProcess && wordsOf(next) !== wordsOf(part)) return [];
    return [{ from: part.id, to: next.id, stageId: next.stageId }];
  });
}

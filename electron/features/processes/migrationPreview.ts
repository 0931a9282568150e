import { versionRows } from '#db/queries/process/versions.ts';
import type { MigrationStage, processContract } from '#shared/contract/process.contract.ts';
import { proposeMigration } from '#shared/domain/processes/proposeMigration.ts';
import { ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { migrationFrame, type MigrationStageRow } from './migrationPlan.ts';

/** Where running deals lie, version by version, and where each stage's deals would go on. */
export const migrationPreview: Handler<typeof processContract.migrationPreview> = ({ db }, input) => {
  const frame = migrationFrame(db, input);
  if (!frame.ok) return frame;
  const { source, target, from, to, counts } = frame.value;
  const numbers = new Map(versionRows(db, source.id).map(({ id, number }) => [id, number]));
  const byVersion = Map.groupBy(from, ({ versionId }) => versionId);
  const stages = [...byVersion].flatMap(([versionId, own]) =>
    proposeMigration(own, to).flatMap(({ stageId, targetId, because }): MigrationStage[] => {
      const stage = own.find(({ id }) => id === stageId);
      const count = counts.get(stageId) ?? 0;
      if (stage === undefined || count === 0) return [];
      return [{ stage: brief(stage), versionId, versionNumber: numbers.get(versionId) ?? 0, count, targetId, because }];
    }),
  );
  return ok({
    target: { processId: target.id, name: target.name, number: target.versionNumber, stages: to.map(brief) },
    stages,
    total: stages.reduce((sum, { count }) => sum + count, 0),
  });
};

const brief = ({ id, name, stageClass }: MigrationStageRow) => ({ id, name, stageClass });

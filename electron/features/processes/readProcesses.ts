import { processLines, productLines, publishedStages, runningCounts } from '#db/queries/process/processLines.ts';
import { stageToolkit, versionRow, versionRows } from '#db/queries/process/versions.ts';
import { allTemplates } from '#resources/templates/allTemplates.ts';
import type { processContract, TemplateLine } from '#shared/contract/process.contract.ts';
import type { StageClass } from '#shared/contract/primitives.ts';
import { judgeDraft } from '#shared/domain/processes/judgeDraft.ts';
import type { LocalText } from '#shared/domain/processes/processTemplate.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { briefStages, loadDraft, loadProcess, loadVersion, readTools, toLine } from './loadProcess.ts';

/** Every process with its figures. */
export const list: Handler<typeof processContract.list> = ({ db }) => {
  const counts = runningCounts(db);
  const stages = Map.groupBy(publishedStages(db), ({ processId }) => processId);
  const processes = processLines(db).map((row) => {
    const published = (stages.get(row.id) ?? []).map(({ name, stageClass }) => ({
      name,
      stageClass: stageClass as StageClass,
    }));
    const draft = row.versionId === null ? loadDraft(db, row.id) : null;
    return toLine(row, counts, draft === null ? published : briefStages(draft.body));
  });
  return ok({ processes, productLines: productLines(db) });
};

/** One process with what is published, its draft with what is wrong with it, and its versions. */
export const get: Handler<typeof processContract.get> = ({ db }, { id }) => {
  const process = loadProcess(db, id);
  if (process === undefined) return err({ type: 'notFound', entity: 'process', id });
  const { line, published, draft } = process;
  const counts = runningCounts(db, id);
  const versions = versionRows(db, id);
  return ok({
    process: toLine(line, counts, briefStages(published ?? draft?.body ?? { stages: [] })),
    published,
    draft: draft && {
      body: draft.body,
      updatedAt: draft.row.updatedAt,
      updatedBy: draft.row.updatedBy,
      basedOn: versions.find((version) => version.id === draft.row.baseVersionId)?.number ?? null,
    },
    problems: draft === null ? [] : judgeDraft(draft.body),
    versions: versions.map(({ id: versionId, number, note, publishedAt }) => ({
      id: versionId,
      number,
      note,
      publishedAt,
      isCurrent: versionId === line.versionId,
      runningCount: counts
        .filter(({ processVersionId }) => processVersionId === versionId)
        .reduce((sum, { count }) => sum + count, 0),
    })),
  });
};

/** One version with the one before it. */
export const version: Handler<typeof processContract.version> = ({ db }, { versionId }) => {
  const row = versionRow(db, versionId);
  if (row === undefined) return err({ type: 'notFound', entity: 'processVersion', id: versionId });
  const before = versionRows(db, row.processId).find(({ number }) => number < row.number);
  return ok({
    number: row.number,
    body: loadVersion(db, versionId),
    previous: before === undefined ? null : loadVersion(db, before.id),
  });
};

/** The tools of a stage. */
export const toolkit: Handler<typeof processContract.toolkit> = ({ db }, { stageId }) => {
  const stored = stageToolkit(db, stageId);
  return stored === undefined ? err({ type: 'notFound', entity: 'stage', id: stageId }) : ok(readTools(stored));
};

/** The templates of the program, in both languages. */
export const templates: Handler<typeof processContract.templates> = () => ok(templateLines);

const both = ([zhCN, en]: LocalText) => ({ 'zh-CN': zhCN, en });

const templateLines: TemplateLine[] = allTemplates.map(({ key, name, description, stages }) => ({
  key,
  name: both(name),
  description: both(description),
  stages: stages.map((stage) => ({
    name: both(stage.name),
    stageClass: stage.stageClass,
    winRateMille: stage.winRateMille,
    allowedDays: stage.allowedDays,
    criteria: (stage.criteria ?? []).map(({ text }) => both(text)),
    tasks: (stage.tasks ?? []).map(({ title }) => both(title)),
    tools: (stage.toolkit ?? []).map(({ title }) => both(title)),
  })),
}));

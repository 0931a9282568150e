import { processLines } from '#db/queries/process/processLines.ts';
import { insertProcess } from '#db/seed/insertProcess.ts';
import { addProcess, addVersion, keepDraft } from '#db/repositories/process.ts';
import type { ReadDb } from '#db/handles.ts';
import { allTemplates } from '#resources/templates/allTemplates.ts';
import { emptyProcess } from '#resources/templates/emptyProcess.ts';
import type { processContract } from '#shared/contract/process.contract.ts';
import { draftOfTemplate } from '#shared/domain/processes/draftOfTemplate.ts';
import { rowsOfDraft } from '#shared/domain/processes/draftRows.ts';
import { instantiateTemplate } from '#shared/domain/processes/instantiateTemplate.ts';
import { rankBetween } from '#shared/lib/rank.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';
import { loadProcess } from './loadProcess.ts';

/** A published process from a template. */
export const createFromTemplate: Handler<typeof processContract.createFromTemplate> = (context, input) => {
  const template = allTemplates.find(({ key }) => key === input.templateKey);
  if (template === undefined) return err({ type: 'unknownTemplate' });
  return context.write('process.create', (db) => {
    const rows = instantiateTemplate(template, {
      locale: input.language,
      ...(input.name === undefined ? {} : { name: input.name }),
      productLineId: null,
      rank: lastRank(db),
      now: context.now,
      newId: context.newId,
    });
    insertProcess(db, rows);
    return ok({ id: rows.process[0]?.id ?? '' });
  });
};

/** A process that has only a draft yet. */
export const createEmpty: Handler<typeof processContract.createEmpty> = (context, { name, language }) =>
  context.write('process.create', (db) => {
    const id = context.newId();
    addProcess(db, { id, name, rank: lastRank(db), createdAt: context.now });
    keepDraft(db, {
      id,
      body: JSON.stringify(draftOfTemplate(emptyProcess, language)),
      updatedAt: context.now,
      updatedById: actor(context),
    });
    return ok({ id });
  });

/** A copy with a version of its own, or with the draft where nothing is published. */
export const duplicate: Handler<typeof processContract.duplicate> = (context, { id: sourceId, name }) =>
  context.write('process.duplicate', (db) => {
    const source = loadProcess(db, sourceId);
    if (source === undefined) return err({ type: 'notFound', entity: 'process', id: sourceId });
    const id = context.newId();
    const { line, published, draft } = source;
    const { allowSkip, allowBack, templateKey, productLineId } = line;
    const rules = { allowSkip, allowBack, templateKey, productLineId };
    addProcess(db, { id, name, rank: lastRank(db), createdAt: context.now, ...rules });
    if (published !== null) {
      const versionId = context.newId();
      const version = { id: versionId, processId: id, number: 1, publishedAt: context.now, createdAt: context.now };
      addVersion(db, version, rowsOfDraft(published, versionId, context.newId));
    } else if (draft !== null) {
      keepDraft(db, { id, body: JSON.stringify(draft.body), updatedAt: context.now, updatedById: actor(context) });
    }
    return ok({ id });
  });

/** After every process that there is. */
function lastRank(db: ReadDb): string {
  const ranks = processLines(db).map(({ rank }) => rank);
  const last = ranks.reduce<string | null>((top, rank) => (top === null || rank > top ? rank : top), null);
  return rankBetween(last, null);
}

import { nextVersionNumber } from '#db/queries/process/versions.ts';
import { addVersion, keepDraft } from '#db/repositories/process.ts';
import type { processContract } from '#shared/contract/process.contract.ts';
import type { ProcessDraft } from '#shared/contract/processDraft.ts';
import { compareDrafts } from '#shared/domain/processes/compareDrafts.ts';
import { paramsOf } from '#shared/domain/processes/criterionParams.ts';
import { rowsOfDraft } from '#shared/domain/processes/draftRows.ts';
import { fillKeys } from '#shared/domain/processes/editDraft.ts';
import { isPublishable, judgeDraft } from '#shared/domain/processes/judgeDraft.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '#electron/ipc/handler.ts';
import { actor } from '../pipeline/applyMove.ts';
import { loadProcess } from './loadProcess.ts';

/** Keeps what is being changed. Saving what is published anyway leaves no draft. */
export const saveDraft: Handler<typeof processContract.saveDraft> = (context, { id, body, expectedAt }) =>
  context.write('process.saveDraft', (db): Answer<typeof processContract.saveDraft> => {
    const process = loadProcess(db, id);
    if (process === undefined) return err({ type: 'notFound', entity: 'process', id });
    const before = process.draft?.row ?? null;
    if (expectedAt !== undefined && (before?.updatedAt ?? null) !== expectedAt)
      return err({ type: 'changedMeanwhile', updatedAt: before?.updatedAt ?? null });
    const draft = fillKeys(body, context.newId);
    // Two saves within a millisecond must still be told apart.
    const updatedAt = Math.max(context.now, (before?.updatedAt ?? 0) + 1);
    keepDraft(db, {
      id,
      body: JSON.stringify(draft),
      baseVersionId: before === null ? process.line.versionId : before.baseVersionId,
      updatedAt,
      updatedById: actor(context),
    });
    return ok({ updatedAt, problems: judgeDraft(draft) });
  });

/** Throws the draft away. */
export const discardDraft: Handler<typeof processContract.discardDraft> = (context, { id }) =>
  context.write('process.discardDraft', (db): Answer<typeof processContract.discardDraft> => {
    const process = loadProcess(db, id);
    if (process === undefined) return err({ type: 'notFound', entity: 'process', id });
    if (process.published === null) return err({ type: 'notPublished' });
    if (process.draft !== null) keepDraft(db, { id, body: '', baseVersionId: null, updatedAt: context.now });
    return ok({});
  });

/** Makes the draft a version; all of it or nothing. */
export const publish: Handler<typeof processContract.publish> = (context, { id, note }) =>
  context.write('process.publish', (db): Answer<typeof processContract.publish> => {
    const process = loadProcess(db, id);
    if (process === undefined) return err({ type: 'notFound', entity: 'process', id });
    if (process.draft === null) return err({ type: 'noDraft' });
    const draft = tidyDraft(process.draft.body);
    const problems = judgeDraft(draft);
    if (!isPublishable(problems)) return err({ type: 'draftProblems', problems });
    if (process.published !== null && compareDrafts(process.published, draft).length === 0)
      return err({ type: 'nothingChanged' });
    const versionId = context.newId();
    const number = nextVersionNumber(db, id);
    addVersion(
      db,
      { id: versionId, processId: id, number, note, publishedAt: context.now, createdAt: context.now },
      rowsOfDraft(draft, versionId, context.newId),
    );
    keepDraft(db, { id, body: '', baseVersionId: null, updatedAt: context.now });
    return ok({ versionId, number });
  });

/** Without spaces around names and without parameters that another kind of criterion left behind. */
function tidyDraft(draft: ProcessDraft): ProcessDraft {
  return {
    stages: draft.stages.map((stage) => ({
      ...stage,
      name: stage.name.trim(),
      criteria: stage.criteria.map((criterion) => ({
        ...criterion,
        text: criterion.text.trim(),
        params: paramsOf(criterion.kind, criterion.params),
      })),
      tasks: stage.tasks.map((task) => ({ ...task, title: task.title.trim(), deliverable: task.deliverable.trim() })),
      toolkit: stage.toolkit.map((tool) => ({ ...tool, title: tool.title.trim() })),
    })),
  };
}

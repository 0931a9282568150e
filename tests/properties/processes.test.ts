import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stateDigest } from '#db/changes/stateDigest.ts';
import { undoTransaction } from '#db/changes/undoTransactions.ts';
import { insertRow } from '#db/rows.ts';
import { criterionEvidence, stageChange } from '#db/schema/opportunity.ts';
import { migrateDeals } from '#electron/features/processes/migrateDeals.ts';
import { processHandlers } from '#electron/features/processes/processHandlers.ts';
import { versionContent } from '#db/queries/process/versions.ts';
import { processContract as contract } from '#shared/contract/process.contract.ts';
import {
  buyingRoles,
  criterionKinds,
  type DraftCriterion,
  type DraftStage,
  type ProcessDraft,
  processDraftSchema,
  taskKinds,
  toolKinds,
} from '#shared/contract/processDraft.ts';
import { isPublishable, judgeDraft } from '#shared/domain/processes/judgeDraft.ts';
import { type HandlerHarness, HARNESS_NOW, startHarness } from '#tests/support/handlerHarness.ts';
import { makeAccount, makeDeal, makeTask } from '#tests/support/workspaceRows.ts';

/*
 * Laws of processes over random drafts and random deals: what is published is read back as it was drafted, a draft is published
 * exactly when nothing is wrong with it, and a migration that is undone leaves no trace in any shared table.
 */

const seed = Number(process.env['KONGDAN_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const numRuns = Number(process.env['KONGDAN_RUNS'] ?? 20);
console.info(`process properties: KONGDAN_SEED=${seed} KONGDAN_RUNS=${numRuns}`);

let harness: HandlerHarness;
beforeAll(() => {
  harness = startHarness();
});
afterAll(() => harness.end());

const words = fc.constantFrom('需求', '预算', '决策人', '技术协议', 'Price', 'é“引号”', "it's; --");
const place = (max: number) => fc.integer({ min: 0, max });

const params: Record<DraftCriterion['kind'], fc.Arbitrary<DraftCriterion['params']>> = {
  evidence: fc.constant({}),
  fieldFilled: fc.record({ field: fc.constantFrom('amountMinor', 'source', 'custom.预算号') }),
  taskDone: fc.record({ task: fc.constantFrom('t0', 't1') }),
  deliverable: fc.record({ task: fc.constantFrom('t0', 't1') }),
  activityWithin: fc.record({
    days: fc.integer({ min: 1, max: 90 }),
    activities: fc.constantFrom(['visit'], ['call', 'email']),
  }),
  roleCovered: fc.record({ role: fc.constantFrom(...buyingRoles), coverage: fc.constantFrom('brief', 'deep') }),
  qualification: fc.record({ level: fc.constantFrom('A', 'B', 'C') }),
  c139: fc.record({ minClears: fc.integer({ min: 1, max: 9 }), minFirsts: fc.integer({ min: 1, max: 3 }) }),
  signOff: fc.record({ role: fc.constantFrom('manager', 'coach', 'admin') }),
};
const criterion = fc.constantFrom(...criterionKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    text: words,
    params: params[kind],
    gate: fc.constantFrom('exit', 'entry'),
    enforcement: fc.constantFrom('block', 'warn'),
  }),
);
const task = fc.record({
  title: words,
  kind: fc.constantFrom(...taskKinds),
  ownerRole: fc.constantFrom('owner', 'manager', 'presales'),
  dueDays: place(30),
  deliverable: fc.constantFrom('', '纪要'),
  deliverableRequired: fc.boolean(),
});
const tool = fc.record({
  kind: fc.constantFrom(...toolKinds),
  title: words,
  body: fc.constantFrom('先问立项', 'https://example.com/a'),
  documentId: fc.constantFrom(null, 'doc'),
});
const stage = fc.record({
  stageClass: fc.constantFrom('verify', 'engage', 'propose', 'negotiate'),
  description: words,
  winRateMille: fc.oneof(place(1000), fc.constantFrom(-1, 1001, null)),
  allowedDays: fc.option(place(60)),
  requiresC139: fc.boolean(),
  criteria: fc.array(criterion, { maxLength: 3 }),
  tasks: fc.array(task, { maxLength: 2 }),
  toolkit: fc.array(tool, { maxLength: 2 }),
});

const outcome = (stageClass: 'won' | 'lost', winRateMille: number) => ({
  key: stageClass,
  name: stageClass,
  stageClass,
  winRateMille,
});

/** A draft with keys and names of its own for everything; win rates, references and tools may be wrong. */
const drafts: fc.Arbitrary<ProcessDraft> = fc.array(stage, { maxLength: 4 }).map((open) => {
  let tasks = 0;
  let criteria = 0;
  const stages = open.map((one, index) => ({
    ...one,
    key: `s${index}`,
    name: `阶段${index}`,
    tasks: one.tasks.map((part) => ({ ...part, key: `t${(tasks += 1) - 1}` })),
    criteria: one.criteria.map((part) => ({ ...part, key: `c${(criteria += 1)}` })),
  }));
  return processDraftSchema.parse({ stages: [...stages, outcome('won', 1000), outcome('lost', 0)] });
});

/** The nearest draft that works: what is wrong is taken out. */
function mended(draft: ProcessDraft): ProcessDraft {
  let stages: DraftStage[] = draft.stages.map((one) => ({ ...one, winRateMille: one.winRateMille ?? 500 }));
  stages = stages.map((one) => ({ ...one, winRateMille: Math.min(1000, Math.max(0, one.winRateMille ?? 0)) }));
  const wrong = (list: string, index: number, part: number): boolean =>
    judgeDraft({ stages }).some(
      ({ path, severity }) => severity === 'error' && path.startsWith(`stages.${index}.${list}.${part}.`),
    );
  const without = <Part>(list: string, index: number, parts: readonly Part[]): Part[] =>
    parts.filter((_, part) => !wrong(list, index, part));
  stages = stages.map((one, index) => ({ ...one, tasks: without('tasks', index, one.tasks) }));
  stages = stages.map((one, index) => ({
    ...one,
    criteria: without('criteria', index, one.criteria),
    toolkit: without('toolkit', index, one.toolkit),
  }));
  return { stages };
}

const create = async (): Promise<string> =>
  (await harness.must(contract.createEmpty, processHandlers.createEmpty, { name: '流程' })).id;
const publish = async (id: string, body: ProcessDraft) => {
  await harness.must(contract.saveDraft, processHandlers.saveDraft, { id, body });
  return harness.call(contract.publish, processHandlers.publish, { id });
};

test('what is published is read back as it was drafted', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (wild) => {
      const draft = mended(wild);
      fc.pre(draft.stages.length > 2);
      const id = await create();
      const answer = await publish(id, draft);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      const { published } = await harness.must(contract.get, processHandlers.get, { id });
      expect(published).toEqual(draft);
    }),
    { seed, numRuns },
  );
});

test('a draft is published exactly when no error is found in it, and a refusal leaves every table as it was', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (draft) => {
      const id = await create();
      await harness.must(contract.saveDraft, processHandlers.saveDraft, { id, body: draft });
      const before = stateDigest(harness.context.db);
      const answer = await harness.call(contract.publish, processHandlers.publish, { id });
      expect(answer.ok).toBe(isPublishable(judgeDraft(draft)));
      if (!answer.ok) expect(stateDigest(harness.context.db)).toEqual(before);
    }),
    { seed, numRuns },
  );
});

const wishes = fc.array(fc.record({ stage: place(3), paused: fc.boolean(), proofs: place(3), tasks: place(2) }), {
  maxLength: 6,
});

test('a migration that is undone leaves every shared table as it was, and one that stands leaves nothing behind', async () => {
  await fc.assert(
    fc.asyncProperty(drafts, drafts, wishes, fc.array(place(5)), async (first, second, deals, choice) => {
      const [older, newer] = [mended(first), mended(second)];
      fc.pre(older.stages.length > 2 && newer.stages.length > 2);
      const id = await create();
      await publish(id, older);
      const [oldVersion] = (await harness.must(contract.get, processHandlers.get, { id })).versions;
      const content = versionContent(harness.context.db, oldVersion!.id);
      const openStages = content.stages.slice(0, -2);
      harness.fill((db) => {
        makeAccount(db, `${id}-a`);
        for (const [n, wish] of deals.entries()) {
          const dealId = `${id}-d${n}`;
          const stageId = openStages[wish.stage % openStages.length]!.id;
          const status = wish.paused ? 'paused' : 'open';
          makeDeal(db, dealId, `${id}-a`, { processId: id, processVersionId: oldVersion!.id, stageId, status });
          insertRow(db, stageChange, { id: `${dealId}-h`, opportunityId: dealId, toStageId: stageId, at: HARNESS_NOW });
          for (const { id: criterionId } of content.criteria.slice(0, wish.proofs))
            insertRow(db, criterionEvidence, { id: `${dealId}-${criterionId}`, opportunityId: dealId, criterionId });
          for (const part of content.tasks.slice(0, wish.tasks))
            makeTask(db, `${dealId}-${part.id}`, {
              opportunityId: dealId,
              stageTaskId: part.id,
              stageId: part.stageId,
            });
        }
      });
      const changed = await publish(id, newer);
      if (!changed.ok) return;
      const plan = await harness.must(contract.migrationPreview, processHandlers.migrationPreview, { id });
      expect(plan.total).toBe(deals.length);
      const targets = plan.target.stages;
      const mapping = plan.stages.map(({ stage: from, targetId }, index) => ({
        fromStageId: from.id,
        toStageId: targetId ?? targets[(choice[index] ?? 0) % targets.length]!.id,
      }));
      if (mapping.length === 0) return;
      const before = stateDigest(harness.context.db);
      const migrated = harness.context.write('process.migrate', (db) =>
        migrateDeals(harness.context, db, { id, mapping, door: 'test' }),
      );
      expect(migrated).toMatchObject({ ok: true, value: { moved: deals.length } });
      // Every proof and every task that has a successor belongs to the version that its deal runs in now.
      const strays = harness.context.db.all(
        `SELECT e.id FROM opportunity o JOIN criterionEvidence e ON e.opportunityId = o.id
         JOIN stageCriterion c ON c.id = e.criterionId JOIN stage s ON s.id = c.stageId
         WHERE o.processId = ? AND s.processVersionId <> o.processVersionId AND EXISTS (
           SELECT 1 FROM stageCriterion n JOIN stage ns ON ns.id = n.stageId
           WHERE ns.processVersionId = o.processVersionId AND n.key = c.key AND n.kind = c.kind)`,
        id,
      );
      expect(strays).toEqual([]);
      const left = await harness.must(contract.migrationPreview, processHandlers.migrationPreview, { id });
      expect(left.total).toBe(0);
      const seq = harness.lastTransaction()!;
      const undone = harness.context.write('changes.undo', (db) => undoTransaction(db, seq), { undoes: [seq] });
      expect(undone).toMatchObject({ ok: true });
      expect(stateDigest(harness.context.db)).toEqual(before);
    }),
    { seed, numRuns },
  );
});

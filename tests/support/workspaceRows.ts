import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '#db/handles.ts';
import { insertRow } from '#db/rows.ts';
import { account, contact } from '#db/schema/account.ts';
import { opportunity, stageChange } from '#db/schema/opportunity.ts';
import { activity, activityContact, task } from '#db/schema/work.ts';
import { HARNESS_NOW } from './handlerHarness.ts';

/** An account that is called like its id unless told otherwise. */
export function makeAccount(db: WriteDb, id: string, more: Partial<InferInsertModel<typeof account>> = {}): void {
  insertRow(db, account, { id, name: id, createdAt: HARNESS_NOW, ...more });
}

/** A person that is called like their id unless told otherwise. */
export function makeContact(
  db: WriteDb,
  id: string,
  accountId: string | null,
  more: Partial<InferInsertModel<typeof contact>> = {},
): void {
  insertRow(db, contact, { id, name: id, accountId, createdAt: HARNESS_NOW, ...more });
}

/** An open deal of the harness's process in its first stage, owned by 林悦. */
export function makeDeal(
  db: WriteDb,
  id: string,
  accountId: string | null,
  more: Partial<InferInsertModel<typeof opportunity>> = {},
): void {
  insertRow(db, opportunity, {
    id,
    name: id,
    accountId,
    ownerId: 'lin',
    processId: 'imaging',
    processVersionId: 'imaging-1',
    stageId: 'verify',
    stageEnteredAt: HARNESS_NOW,
    createdAt: HARNESS_NOW,
    ...more,
  });
}

/** The stage history of a deal: the stage it entered at each instant. */
export function makeHistory(
  db: WriteDb,
  opportunityId: string,
  visits: readonly (readonly [stageId: string, at: number])[],
): void {
  for (const [index, [toStageId, at]] of visits.entries()) {
    insertRow(db, stageChange, {
      id: `${opportunityId}-h${index}`,
      opportunityId,
      fromStageId: visits[index - 1]?.[0] ?? null,
      toStageId,
      at,
      byId: 'lin',
      kind: index === 0 ? 'create' : 'advance',
    });
  }
}

/** Something that happened, with who was there. */
export function makeActivity(
  db: WriteDb,
  id: string,
  more: Partial<InferInsertModel<typeof activity>> = {},
  contactIds: readonly string[] = [],
): void {
  insertRow(db, activity, { id, kind: 'visit', subject: id, at: HARNESS_NOW, ownerId: 'lin', ...more });
  for (const contactId of contactIds)
    insertRow(db, activityContact, { id: `${id}.${contactId}`, activityId: id, contactId });
}

/** An open task of 林悦. */
export function makeTask(db: WriteDb, id: string, more: Partial<InferInsertModel<typeof task>> = {}): void {
  insertRow(db, task, { id, title: id, ownerId: 'lin', createdAt: HARNESS_NOW, ...more });
}

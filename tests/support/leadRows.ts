import type { InferInsertModel } from 'drizzle-orm';
import type { WriteDb } from '#db/handles.ts';
import { insertRow } from '#db/rows.ts';
import { lead } from '#db/schema/account.ts';
import { DAY_MS } from '#shared/lib/time.ts';
import { HARNESS_NOW } from './handlerHarness.ts';

/** A new lead of 林悦, held for two weeks, whose company is called like its id unless told otherwise. */
export function makeLead(db: WriteDb, id: string, more: Partial<InferInsertModel<typeof lead>> = {}): void {
  insertRow(db, lead, {
    id,
    company: id,
    status: 'new',
    ownerId: 'lin',
    heldSince: HARNESS_NOW,
    heldUntil: HARNESS_NOW + 14 * DAY_MS,
    createdAt: HARNESS_NOW,
    ...more,
  });
}

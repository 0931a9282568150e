import type { z } from 'zod';
import type { CommonError } from '#shared/contract/operation.ts';
import type { processContract } from '#shared/contract/process.contract.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { dayInZone } from '#shared/lib/time.ts';
import { defineJob } from '../../workers/job.ts';
import { migrateDeals, type Migration } from './migrateDeals.ts';

type Done = z.output<typeof processContract.migrate.output>;
type Failure = z.output<typeof processContract.migrate.errors> | CommonError;

/** Moves running deals to another version in a worker, because they may be tens of thousands: one transaction, one undo. */
export const migrateJob = defineJob<Migration, Result<Done, Failure>>({
  name: 'process.migrate',
  exclusive: true,
  run: ({ workspace, ...context }, migration) => {
    const at = context.now;
    const { result, transaction } = workspace.write({ actor: context.actorId, label: 'process.migrate', at }, (db) =>
      migrateDeals({ ...context, db, today: dayInZone(at, context.timeZone) }, db, migration),
    );
    return result.ok ? ok({ ...result.value, transaction }) : result;
  },
});

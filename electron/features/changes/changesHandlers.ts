import type { changesContract } from '#shared/contract/changes.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { transactionHeader } from '#db/changes/transactionLog.ts';
import { changesOfRecord } from './changesOfRecord.ts';
import { undoIn } from './undoIn.ts';
import { undoJob } from './undoJob.ts';

/** Rows that are taken back in about 50 ms; more of them go to a worker. */
const MOST_ROWS = 300;

/** Everything the changes area answers. */
export const changesHandlers = {
  ofRecord: changesOfRecord,
  undo: (context, { seq }) =>
    (transactionHeader(context.db, seq)?.rows ?? 0) > MOST_ROWS
      ? context.runJob(undoJob, { seq })
      : undoIn(context.db, context.write, seq),
} satisfies HandlersFor<typeof changesContract>;

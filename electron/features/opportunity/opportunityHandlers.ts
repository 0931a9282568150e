import { setRemoved } from '#db/repositories/opportunity.ts';
import type { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '#electron/ipc/handler.ts';
import { create } from './create.ts';
import { judgeC139 } from './judgeC139.ts';
import { page } from './page.ts';
import { update, updateMany } from './update.ts';

/** Everything behind `opportunity.*`. */
export const opportunityHandlers = {
  page,
  create,
  update,
  updateMany,
  remove: (context, input) =>
    context.write('opportunity.remove', (db) => ok({ removed: setRemoved(db, input.ids, context.now) })),
  restore: (context, input) =>
    context.write('opportunity.restore', (db) => ok({ restored: setRemoved(db, input.ids, null) })),
  judgeC139,
} satisfies HandlersFor<typeof opportunityContract>;

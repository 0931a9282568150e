import { setTaskStatus } from '#db/repositories/tasks.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import type { documentContract } from '#shared/contract/document.contract.ts';
import { ok } from '#shared/lib/result.ts';
import { attachStored } from './attachStored.ts';

/** Stores the files, then attaches them in one transaction. */
export const attachDocuments: Handler<(typeof documentContract)['attach']> = async (context, input) => {
  const stored = await context.storeFiles(input.files);
  if (!stored.ok) return stored;
  return context.write('document.attach', (db) => {
    const attached = attachStored(context, db, stored.value, input.target, input.kind);
    if (!attached.ok) return attached;
    if (input.thenDone && input.target.entity === 'task') {
      const done = setTaskStatus(db, input.target.id, 'done', context.now);
      // What was just attached is what it asked for.
      if (!done.ok) throw new Error(`A document was attached, and ${input.target.id} still misses one`);
    }
    return ok({ documents: attached.value });
  });
};

import type { changesContract } from '#shared/contract/changes.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { changesOfRecord } from './changesOfRecord.ts';
import { undoChange } from './undoChange.ts';

/** Everything the changes area answers. */
export const changesHandlers = {
  ofRecord: changesOfRecord,
  undo: undoChange,
} satisfies HandlersFor<typeof changesContract>;

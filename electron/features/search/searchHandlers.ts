import type { searchContract } from '#shared/contract/search.contract.ts';
import type { HandlersFor } from '#electron/ipc/handler.ts';
import { find } from './find.ts';

/** Everything behind `search.*`. */
export const searchHandlers = { find } satisfies HandlersFor<typeof searchContract>;

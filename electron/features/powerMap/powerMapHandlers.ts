import type { powerMapContract } from '#shared/contract/powerMap.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { getPowerMap } from './getPowerMap.ts';
import { relateStakeholders, unrelateStakeholders } from './relateStakeholders.ts';
import { addToMap, removeFromMap, updateOnMap } from './saveStakeholder.ts';

/** Everything the power map area answers. */
export const powerMapHandlers = {
  get: getPowerMap,
  add: addToMap,
  update: updateOnMap,
  remove: removeFromMap,
  relate: relateStakeholders,
  unrelate: unrelateStakeholders,
} satisfies HandlersFor<typeof powerMapContract>;

import type { activityContract } from '#shared/contract/opportunity.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { logActivity } from './logActivity.ts';
import { removeActivity, updateActivity } from './saveActivity.ts';
import { timeline } from './timeline.ts';

/** Everything the activities area answers. */
export const activityHandlers = {
  log: logActivity,
  update: updateActivity,
  remove: removeActivity,
  timeline,
} satisfies HandlersFor<typeof activityContract>;

import type { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { events, ofRecord, pointsOf } from './readBehaviour.ts';
import { preview, rules, saveRules } from './ruleHandlers.ts';
import { assign, dismiss, unmatched } from './unmatchedHandlers.ts';
import { look, watch, watched } from './watchHandlers.ts';

/** Everything behind `behaviour.*`. */
export const behaviourHandlers = {
  rules,
  saveRules,
  preview,
  ofRecord,
  events,
  pointsOf,
  unmatched,
  assign,
  dismiss,
  watched,
  watch,
  look,
} satisfies HandlersFor<typeof behaviourContract>;

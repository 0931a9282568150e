import { z } from 'zod';
import { actionSchema, conditionSchema, type RuleBody, triggerSchema } from '../../contract/ruleBody.ts';

/** A rule's row. */
export interface RuleRow {
  readonly id: string;
  readonly name: string;
  readonly processId: string | null;
  readonly enabled: number;
  readonly trigger: string;
  readonly conditions: string;
  readonly actions: string;
}

/** A rule that this program understands. */
export interface Rule extends RuleBody {
  readonly id: string;
}

const conditions = z.array(conditionSchema);
const actions = z.array(actionSchema);

/**
 * The rule of a row, or null when it has a trigger, condition or action that this program does not know: a colleague's
 * newer one wrote it. Such a row is kept as it is and never run, because half a rule would do something else.
 */
export function readRule(row: RuleRow): Rule | null {
  const trigger = triggerSchema.safeParse(parse(row.trigger));
  const when = conditions.safeParse(parse(row.conditions));
  const then = actions.safeParse(parse(row.actions));
  if (!trigger.success || !when.success || !then.success) return null;
  const { id, name, processId, enabled } = row;
  return {
    id,
    name,
    processId,
    enabled: enabled === 1,
    trigger: trigger.data,
    conditions: when.data,
    actions: then.data,
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

import { z } from 'zod';
import { behaviourRuleSet } from '#db/queries/behaviour/ruleSet.ts';
import type { ReadDb } from '#db/handles.ts';
import { behaviourRuleSchema } from '#shared/contract/behaviour.contract.ts';
import type { BehaviourRules, DayOf } from '#shared/domain/scoring/behaviour/behaviourRules.ts';
import { dayCounter } from '#shared/domain/scoring/behaviour/dayCounter.ts';
import { defaultBehaviourRules } from '#shared/domain/scoring/behaviour/defaultRules.ts';
import { stableId } from '../imports/engine/stableId.ts';

/** The rules that count now, and by which states are told apart. */
export interface CurrentRules {
  readonly rules: BehaviourRules;
  /** Changes with the rules and the time zone, whose days the caps count. */
  readonly hash: string;
  readonly dayOf: DayOf;
  /** Nobody has changed the shipped ones. */
  readonly shipped: boolean;
}

const bodySchema = z.object({ rules: z.array(behaviourRuleSchema) });

/** Reads the rules; a body that this program cannot read (a newer one wrote it) leaves the shipped ones in place. */
export function currentRules(db: ReadDb, timeZone: string): CurrentRules {
  const stored = parse(behaviourRuleSet(db));
  return rulesFor(stored ?? defaultBehaviourRules, timeZone, stored === null);
}

/** A draft in the same shape. */
export function rulesFor(rules: BehaviourRules, timeZone: string, shipped = false): CurrentRules {
  return { rules, shipped, hash: stableId('behaviour', timeZone, JSON.stringify(rules)), dayOf: dayCounter(timeZone) };
}

function parse(body: string | undefined): BehaviourRules | null {
  if (body === undefined) return null;
  try {
    return bodySchema.safeParse(JSON.parse(body)).data?.rules ?? null;
  } catch {
    return null;
  }
}

import type { ReadDb } from '../../handles.ts';

/** Id of the one rule set for behaviour, the same on every device: two colleagues who change it change one row. */
export const BEHAVIOUR_RULE_SET = 'behaviour-rules';

/** The body of the behaviour rules as JSON; undefined while the shipped ones count. */
export function behaviourRuleSet(db: ReadDb): string | undefined {
  return db.get<{ body: string }>(
    "SELECT body FROM scoreRuleSet WHERE id = ? AND kind = 'behaviour' AND removedAt IS NULL",
    BEHAVIOUR_RULE_SET,
  )?.body;
}

/** Kinds of events that are kept here, with how many there are. */
export function eventKinds(db: ReadDb): { kind: string; count: number }[] {
  return db.all('SELECT kind, count(*) AS count FROM behaviourEvent GROUP BY kind ORDER BY count DESC, kind');
}

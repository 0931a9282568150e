import { dryRunCase } from './engine/dryRunCase.ts';
import { noticeTickCase } from './engine/noticeTickCase.ts';
import { ruleTickCase } from './engine/ruleTickCase.ts';
import { stageEntryCase } from './engine/stageEntryCase.ts';
import type { EngineCase } from './engine/engineCase.ts';

/** Everything that `bench:engine` measures, in order. */
export const engineCases: readonly EngineCase[] = [
  dryRunCase('dry run: no contact for 14 days', { kind: 'noContact', days: 14 }, 'open'),
  dryRunCase('dry run: decision maker missing', { kind: 'roleMissing', role: 'decider', afterDays: 10 }, 'open'),
  dryRunCase('dry run: no contact, every deal open', { kind: 'noContact', days: 14 }, 'all'),
  ruleTickCase('rules by time: the minute’s look', 'look'),
  ruleTickCase('rules by time: look and write', 'write'),
  noticeTickCase('reminders: the minute’s look, 200,000 open tasks of one person', 'mine'),
  noticeTickCase('reminders: the minute’s look, 200,000 open tasks of a team', 'team'),
  stageEntryCase('stage entry, no rules', 0),
  stageEntryCase('stage entry, 20 rules that fire', 20),
];

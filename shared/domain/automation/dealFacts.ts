import type { RuleField } from '../../contract/ruleBody.ts';
import type { C139Zone } from '../c139/zone.ts';
import type { WorkCalendar } from '../../lib/calendar.ts';
import type { IsoDate } from '../../lib/time.ts';

/** What rules may know of a deal. Parts that no rule at hand asks for may be left empty by the loader. */
export interface DealFacts {
  readonly id: string;
  readonly processId: string | null;
  readonly status: string;
  readonly stageId: string | null;
  readonly stageKey: string;
  readonly stageClass: string;
  /** Epoch ms. */
  readonly stageEnteredAt: number;
  /** Business days, null = no limit. */
  readonly allowedDays: number | null;
  readonly createdAt: number;
  readonly fields: Readonly<Record<RuleField, string | number | null>>;
  /** Whom the owner reports to. */
  readonly managerId: string | null;
  /** Best coverage per buying role that a known person holds. */
  readonly coverage: ReadonlyMap<string, string>;
  readonly zone: C139Zone | null;
  /** Newest contact with the customer, epoch ms. */
  readonly lastContactAt: number | null;
  /** Open tasks due before today. */
  readonly overdueTasks: readonly { readonly id: string; readonly dueDate: IsoDate }[];
}

/** The moment at which rules are judged. */
export interface RuleClock {
  /** Epoch ms. */
  readonly now: number;
  readonly today: IsoDate;
  readonly calendar: WorkCalendar;
}

/**
 * Why rules are looked at: something happened to the deal, the minute has come (`tick`), or somebody asks what would be
 * if every event happened to the deal now (`probe`, the dry run).
 */
export type RuleMoment =
  | { readonly kind: 'created' }
  | { readonly kind: 'entered' }
  | { readonly kind: 'changed'; readonly field: string; readonly from: string | number | null }
  | { readonly kind: 'tick' }
  | { readonly kind: 'probe' };

const remembered = new WeakMap<RuleClock, Map<string, unknown>>();

/** What depends on the moment alone is worked out once per clock, not once per deal. */
export function oncePerClock<T>(clock: RuleClock, key: string, work: () => T): T {
  let known = remembered.get(clock);
  if (known === undefined) {
    known = new Map();
    remembered.set(clock, known);
  }
  if (!known.has(key)) known.set(key, work());
  return known.get(key) as T;
}

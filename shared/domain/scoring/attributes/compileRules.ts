import type { AttributeCriterion, AttributeRules } from '../../../contract/attributeRules.ts';
import type { AttributeFigure, AttributePart, ScoredEntity } from '../../../contract/attributeScore.contract.ts';
import { type AttributeFacts, factOf, isAskedOf } from './attributeFacts.ts';
import { type LevelOf, levelOf } from './levelOf.ts';

/** What a record scores, and what each criterion brings. */
export interface ExplainedScore {
  readonly figure: AttributeFigure;
  readonly parts: readonly AttributePart[];
  /** Groups whose criteria weigh more together than the group may. */
  readonly caps: readonly { readonly group: string; readonly weight: number; readonly earned: number }[];
}

/** A rule set made ready for many records. */
export interface CompiledRules {
  readonly score: (facts: AttributeFacts) => AttributeFigure;
  readonly explain: (facts: AttributeFacts) => ExplainedScore;
}

interface Asked {
  readonly criterion: AttributeCriterion;
  readonly levelOf: LevelOf;
  /** Index into the groups. */
  readonly group: number;
  readonly least: number;
  readonly most: number;
}

interface Group {
  readonly name: string;
  readonly cap: number;
  readonly weight: number;
}

interface Sheet {
  readonly asked: readonly Asked[];
  readonly groups: readonly Group[];
  /** Σ of all weights, and of what the groups may carry of them. */
  readonly weight: number;
  readonly carried: number;
}

/**
 * Makes a rule set ready. The score is what the known facts earn of what they could earn, 0..100: a fact that is not known
 * counts neither for nor against. `low` and `high` say where the score would lie with every unknown fact at its worst and
 * its best level; the score never lies outside. Weights and levels are whole numbers, so that sums are exact and no order of
 * criteria matters.
 */
export function compileRules(rules: AttributeRules): CompiledRules {
  let ready = compiled.get(rules);
  if (ready === undefined) compiled.set(rules, (ready = compile(rules)));
  return ready;
}

/** A set that is asked again and again (a preview per key) keeps what it has read. */
const compiled = new WeakMap<AttributeRules, CompiledRules>();

function compile(rules: AttributeRules): CompiledRules {
  const sheets: Readonly<Record<ScoredEntity, Sheet>> = {
    account: sheetOf(rules, 'account'),
    lead: sheetOf(rules, 'lead'),
  };
  const score = (
    facts: AttributeFacts,
    see?: (asked: Asked, fact: string | number | null, level: number | null) => void,
  ) => scoreOn(sheets[facts.entity], rules.leastKnown, facts, see);
  return {
    score: (facts) => score(facts).figure,
    explain: (facts) => {
      const parts: AttributePart[] = [];
      const { figure, earned } = score(facts, ({ criterion: { key, field, weight, group } }, fact, level) => {
        parts.push({ key, field, weight, group, fact, level, earned: level === null ? null : (level * weight) / 100 });
      });
      const { groups } = sheets[facts.entity];
      const caps = groups.flatMap(({ name, cap, weight }, index) =>
        cap < weight ? [{ group: name, weight: cap, earned: Math.min(cap, (earned[index] ?? 0) / 100) }] : [],
      );
      return { figure, parts, caps };
    },
  };
}

function sheetOf(rules: AttributeRules, entity: ScoredEntity): Sheet {
  const asked: Asked[] = [];
  const groups: { name: string; cap: number; weight: number }[] = [];
  for (const criterion of rules.criteria) {
    if (criterion.weight === 0 || !isAskedOf(criterion.field, entity)) continue;
    const cap = rules.caps.find(({ group }) => group !== '' && group === criterion.group)?.weight;
    let group = cap === undefined ? -1 : groups.findIndex(({ name }) => name === criterion.group);
    if (group < 0) group = groups.push({ name: criterion.group, cap: cap ?? Infinity, weight: 0 }) - 1;
    const own = groups[group];
    if (own) own.weight += criterion.weight;
    asked.push({ criterion, levelOf: levelOf(criterion), group, ...reach(criterion) });
  }
  return {
    asked,
    groups,
    weight: groups.reduce((sum, { weight }) => sum + weight, 0),
    carried: groups.reduce((sum, { weight, cap }) => sum + Math.min(cap, weight), 0),
  };
}

/** The least and the most that a criterion can say. */
function reach({ earns }: AttributeCriterion): { readonly least: number; readonly most: number } {
  const levels = (earns.kind === 'values' ? earns.choices : earns.bands).map(({ points }) => points);
  // Where every number has its band, nothing is ever outside them.
  if (earns.kind === 'values' || !coversAll(earns.bands)) levels.push(earns.otherwise);
  return { least: Math.min(...levels), most: Math.max(...levels) };
}

function coversAll(bands: readonly { readonly from: number | null; readonly to: number | null }[]): boolean {
  let reached: number | null = -Infinity;
  for (const { from, to } of bands.toSorted((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity))) {
    if (reached !== null && (from ?? -Infinity) > reached) return false;
    if (reached !== null) reached = to === null ? null : Math.max(reached, to);
  }
  return reached === null;
}

function scoreOn(
  sheet: Sheet,
  leastKnown: number,
  facts: AttributeFacts,
  see?: (asked: Asked, fact: string | number | null, level: number | null) => void,
): { readonly figure: AttributeFigure; readonly earned: readonly number[] } {
  const { groups } = sheet;
  // Per group, in hundredths of a weight: earned, at worst, at best; and the weight that is known.
  const earned = groups.map(() => 0);
  const worst = groups.map(() => 0);
  const best = groups.map(() => 0);
  const known = groups.map(() => 0);
  for (const asked of sheet.asked) {
    const { criterion, group } = asked;
    const fact = factOf(facts, criterion.field);
    const level = fact === null ? null : asked.levelOf(fact);
    see?.(asked, fact, level);
    if (level !== null) {
      earned[group]! += level * criterion.weight;
      known[group]! += criterion.weight;
    }
    worst[group]! += (level ?? asked.least) * criterion.weight;
    best[group]! += (level ?? asked.most) * criterion.weight;
  }
  const capped = (sums: readonly number[], unit: number): number =>
    sums.reduce((sum, value, index) => sum + Math.min(value, (groups[index]?.cap ?? Infinity) * unit), 0);
  const low = oneDigit(part(capped(worst, 100), sheet.carried));
  const high = oneDigit(part(capped(best, 100), sheet.carried));
  const whole = capped(known, 1);
  const knownWeight = known.reduce((sum, weight) => sum + weight, 0);
  const completeness = part(knownWeight, sheet.weight);
  const plain = whole === 0 ? null : oneDigit(capped(earned, 100) / whole);
  return {
    figure: {
      points: plain === null ? null : Math.min(high, Math.max(low, plain)),
      completeness,
      low,
      high,
      thin: plain === null || completeness < leastKnown,
    },
    earned,
  };
}

const part = (sum: number, of: number): number => (of === 0 ? 0 : sum / of);
const oneDigit = (value: number): number => Math.round(value * 10) / 10;

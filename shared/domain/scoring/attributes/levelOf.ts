import type { AttributeCriterion } from '../../../contract/attributeRules.ts';
import { foldName } from '../../imports/foldText.ts';
import { parseNumber } from '../../imports/parseAmount.ts';

/** Points of the level that a fact is on, of 100; null when the fact cannot be read (a word where a number is asked). */
export type LevelOf = (fact: string | number) => number | null;

/** Makes the reading of a criterion's facts. What was read once is remembered: facts repeat, records are many. */
export function levelOf({ earns }: AttributeCriterion): LevelOf {
  const read = earns.kind === 'values' ? byWords(earns) : byBands(earns);
  const known = new Map<string | number, number | null>();
  return (fact) => {
    let level = known.get(fact);
    if (level === undefined) known.set(fact, (level = read(fact)));
    return level;
  };
}

type Earns = AttributeCriterion['earns'];

/** Exact before contained, longer before shorter, more points before fewer: the order of the choices says nothing. */
function byWords({ choices, otherwise }: Extract<Earns, { kind: 'values' }>): LevelOf {
  const words = choices
    .flatMap(({ words: own, match, points }) =>
      own.map((word) => ({ word: foldName(word), exact: match === 'exact', points })),
    )
    .filter(({ word }) => word !== '')
    .toSorted((a, b) => b.word.length - a.word.length || b.points - a.points);
  return (fact) => {
    const folded = foldName(String(fact));
    const hit =
      words.find(({ word }) => word === folded) ?? words.find(({ word, exact }) => !exact && folded.includes(word));
    return hit?.points ?? otherwise;
  };
}

function byBands({ bands, otherwise }: Extract<Earns, { kind: 'bands' }>): LevelOf {
  return (fact) => {
    const value = typeof fact === 'number' ? fact : numberIn(fact);
    if (value === null) return null;
    const fitting = bands.filter(({ from, to }) => (from === null || value >= from) && (to === null || value < to));
    return fitting.length === 0 ? otherwise : Math.max(...fitting.map(({ points }) => points));
  };
}

/** The number that a text is, or begins with: `1,200 张` is 1200, `5000 万元` is 50 million. */
export function numberIn(text: string): number | null {
  const whole = parseNumber(text);
  if (whole !== null) return whole;
  const [lead] = /^[\d.,，\s]+/u.exec(text.normalize('NFKC').trim()) ?? [];
  return lead === undefined ? null : parseNumber(lead);
}

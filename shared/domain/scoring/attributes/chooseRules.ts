import type { AttributeRules } from '../../../contract/attributeRules.ts';
import { foldName } from '../../imports/foldText.ts';
import { sortKey } from '../../search/sortKey.ts';
import { compileRules, type CompiledRules } from './compileRules.ts';

/** A rule set as it stands among the others. */
export interface NamedRules {
  readonly id: string;
  readonly name: string;
  readonly body: AttributeRules;
}

/** A rule set that is ready, with whom it is for. */
export interface ReadyRules extends NamedRules, CompiledRules {}

/** The sets in the order in which they are asked: by name as lists show it, then by id. */
export const inOrder = <Set extends { readonly id: string; readonly name: string }>(sets: readonly Set[]): Set[] =>
  sets
    .map((set) => ({ set, key: sortKey(set.name) }))
    .toSorted((a, b) => compare(a.key, b.key) || compare(a.set.id, b.set.id))
    .map(({ set }) => set);

/**
 * Makes the choice of the set for an industry: the first in order that has a word which the industry contains, else the
 * first that is for every industry, else none. A record whose industry is not known gets the general one.
 */
export function chooseRules(sets: readonly NamedRules[]): (industry: string) => ReadyRules | null {
  const ready = inOrder(sets).map((set) => ({
    ...set,
    ...compileRules(set.body),
    words: set.body.industries.map(foldName).filter((word) => word !== ''),
  }));
  const general = ready.find(({ body }) => body.industries.length === 0) ?? null;
  const chosen = new Map<string, ReadyRules | null>();
  return (industry) => {
    let set = chosen.get(industry);
    if (set === undefined) {
      const folded = foldName(industry);
      set = ready.find(({ words }) => words.some((word) => folded.includes(word))) ?? general;
      chosen.set(industry, set);
    }
    return set;
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

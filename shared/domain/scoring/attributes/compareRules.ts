import type { AttributeMover, PreviewSide, ScoredEntity } from '../../../contract/attributeScore.contract.ts';
import type { AttributeFacts } from './attributeFacts.ts';
import { chooseRules, type NamedRules } from './chooseRules.ts';

const MOST_MOVERS = 20;

/** What the records score now and with a draft. */
export interface RulesComparison extends Readonly<Record<ScoredEntity, PreviewSide>> {
  readonly up: readonly AttributeMover[];
  readonly down: readonly AttributeMover[];
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

class Tally {
  records = 0;
  moved = 0;
  readonly now = zeros(10);
  readonly draft = zeros(10);
  readonly thin = { now: 0, draft: 0 };
  readonly unscored = { now: 0, draft: 0 };
  readonly completeness = zeros(4);
  readonly #points: { readonly now: number[]; readonly draft: number[] } = { now: [], draft: [] };

  put(when: 'now' | 'draft', figure: { readonly points: number | null; readonly thin: boolean } | null): void {
    if (figure === null) this.unscored[when] += 1;
    else if (figure.points === null || figure.thin) this.thin[when] += 1;
    else {
      this[when][Math.min(9, Math.floor(figure.points / 10))]! += 1;
      this.#points[when].push(figure.points);
    }
  }

  side(): PreviewSide {
    const { records, moved, now, draft, thin, unscored, completeness } = this;
    const median = { now: middle(this.#points.now), draft: middle(this.#points.draft) };
    return { records, moved, now, draft, thin, unscored, completeness, median };
  }
}

/**
 * Scores the records by the sets as they are and with one replaced by (or joined by) a draft. Counted are the records that
 * the set is for, before or after; those that some other set is for both times are no business of the draft.
 */
export function compareRules(
  records: Iterable<AttributeFacts>,
  sets: readonly NamedRules[],
  draft: NamedRules,
): RulesComparison {
  const chooseNow = chooseRules(sets);
  const chooseDraft = chooseRules([...sets.filter(({ id }) => id !== draft.id), draft]);
  const tallies = { account: new Tally(), lead: new Tally() };
  const movers: AttributeMover[] = [];
  for (const facts of records) {
    const before = chooseNow(facts.industry);
    const after = chooseDraft(facts.industry);
    if (before?.id !== draft.id && after?.id !== draft.id) continue;
    const tally = tallies[facts.entity];
    const now = before?.score(facts) ?? null;
    const then = after?.score(facts) ?? null;
    tally.records += 1;
    tally.put('now', now);
    tally.put('draft', then);
    if (then) tally.completeness[Math.min(3, Math.max(0, Math.ceil(then.completeness * 4) - 1))]! += 1;
    const from = now?.points ?? null;
    const to = then?.points ?? null;
    if (from === null || to === null || Math.round(from) === Math.round(to)) continue;
    tally.moved += 1;
    movers.push({ entity: facts.entity, id: facts.id, name: facts.name, from, to });
  }
  return {
    account: tallies.account.side(),
    lead: tallies.lead.side(),
    up: furthest(movers.filter(({ from, to }) => to > from)),
    down: furthest(movers.filter(({ from, to }) => to < from)),
  };
}

const way = ({ from, to }: AttributeMover): number => Math.abs(to - from);

const furthest = (movers: AttributeMover[]): AttributeMover[] =>
  movers.toSorted((a, b) => way(b) - way(a) || (a.id < b.id ? -1 : 1)).slice(0, MOST_MOVERS);

function middle(points: number[]): number | null {
  if (points.length === 0) return null;
  points.sort((a, b) => a - b);
  const half = points.length >> 1;
  return points.length % 2 === 1 ? points[half]! : Math.round((points[half - 1]! + points[half]!) * 5) / 10;
}

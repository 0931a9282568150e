import { sampleSources } from '#resources/sample/conversation.ts';
import type { Prng } from '#shared/lib/prng.ts';
import type { SampleAccount } from './sampleAccounts.ts';
import type { SampleStudio } from './sampleStudio.ts';
import { say } from './sampleStudio.ts';
import { roundPrice, type SampleLine, type SampleMember, type SampleWorld } from './sampleWorld.ts';
import { type DealNature, type DealPath, drawNature, playPath, type StageVisit } from './simulateDeal.ts';

/** Everything decided about a deal before its rows are written. Days are numbers of working days. */
export interface DealPlan {
  readonly line: SampleLine;
  readonly account: SampleAccount;
  readonly owner: SampleMember;
  readonly nature: DealNature;
  readonly name: string;
  readonly productName: string;
  readonly productId: string;
  readonly pieces: number;
  readonly unitPriceMinor: number;
  /** Stays that lie in the past. */
  readonly visits: readonly StageVisit[];
  /** Null while the deal is open. */
  readonly closed: { readonly day: number; readonly won: boolean } | null;
  /** Where the deal ended before the outcome became known, as an index of open stages. */
  readonly stage: number;
  readonly paused: boolean;
  /** Last day on which anything may have happened. */
  readonly lastDay: number;
  readonly story?: DealStory;
}

/** What the demo tells by hand about one deal. */
export interface DealStory {
  readonly ownWinRate: number;
  readonly closeInDays: number;
  readonly c139: readonly [wins: number, firsts: number, clears: number];
  readonly qualification: string;
  readonly next: {
    readonly title: string;
    readonly kind: string;
    readonly inDays: number;
    readonly minute: number | null;
  } | null;
  readonly rivals: readonly number[];
  readonly description: string;
  /** Told in full by its own function: map, judgements, evidence, contacts. */
  readonly detailed: boolean;
}

/** What a deal must be on the sample's day: open, closed anyhow, or closed after a given open stage. */
export type DealEnd = 'open' | 'closed' | { readonly stage: number; readonly won: boolean };

/** Attempts to find a deal with the end asked for; rare ends are one in a hundred. */
const MOST_ATTEMPTS = 2000;

/** Draws deals of the line until one ends as asked for, so that its nature fits its end. */
export function drawDealPlan(
  studio: SampleStudio,
  world: SampleWorld,
  line: SampleLine,
  account: SampleAccount,
  end: DealEnd,
): DealPlan {
  const { prng, days } = studio;
  const open = end === 'open';
  const drawn = prng.chance(0.8) ? account.owner : prng.pick(world.sellers);
  // The demo tells most of that person's week by hand; drawn deals would bury it.
  const owner = open && studio.profile.story && drawn === world.me && prng.chance(0.7) ? world.sellers[1]! : drawn;
  for (let attempt = 0; ; attempt += 1) {
    const nature = drawNature(prng, sampleSources, owner.skill);
    // Open deals are young; the older half of the history holds none that nobody closed.
    const reach = open ? Math.min(days.today, 170) : days.today;
    const start = open ? days.today - 1 - Math.floor(prng.next() ** 1.3 * reach) : prng.int(0, days.today - 3);
    const path = playPath(prng, nature, line.rules, start);
    const isOpen = path.closedDay >= days.today;
    if ((isOpen !== open || !endsAs(path, end)) && attempt < MOST_ATTEMPTS) continue;
    return { line, account, owner, nature, ...drawOffer(studio, line), ...cutAt(studio, path, open) };
  }
}

const endsAs = (path: DealPath, end: DealEnd): boolean =>
  typeof end === 'string' || (path.won === end.won && path.visits.at(-1)!.stage === end.stage);

/** The part of a path that has happened by the sample's day; forces the end where no attempt gave the wanted kind. */
function cutAt(studio: SampleStudio, path: DealPath, open: boolean) {
  const { prng, days } = studio;
  const visits = path.visits.filter(({ day }) => day < days.today);
  const stage = visits.at(-1)!.stage;
  if (open) return { visits, stage, closed: null, paused: prng.chance(0.04), lastDay: days.today - 1 };
  const day = Math.min(path.closedDay, days.today - 1);
  return { visits, stage, closed: { day, won: path.won }, paused: false, lastDay: day };
}

/** What is sold and for how much: the price scatters about the list, pieces within the usual range. */
export function drawOffer(studio: SampleStudio, line: SampleLine) {
  const { prng } = studio;
  const { offer, productId } = prng.pick(line.offers);
  return {
    name: say(studio, offer.deal),
    productName: say(studio, offer.product),
    productId,
    pieces: drawPieces(prng, offer.pieces),
    unitPriceMinor: roundPrice(offer.low * (offer.high / offer.low) ** prng.next()) * 100,
  };
}

function drawPieces(prng: Prng, [low, high]: readonly [number, number]): number {
  const drawn = low * (high / low) ** prng.next();
  return drawn > 50 ? Math.round(drawn / 10) * 10 : Math.round(drawn);
}

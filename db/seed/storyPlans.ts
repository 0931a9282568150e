import { type StoryAccount, type StoryDeal, storyAccounts, storyDeals } from '#resources/sample/demoStory.ts';
import type { DealPlan } from './dealPlan.ts';
import { addAccount, type SampleAccount } from './sampleAccounts.ts';
import type { SampleNames } from './sampleNames.ts';
import { say, type SampleStudio } from './sampleStudio.ts';
import type { SampleLine, SampleMember, SampleWorld } from './sampleWorld.ts';
import { drawNature, type StageVisit } from './simulateDeal.ts';
import { sampleSources } from '#resources/sample/conversation.ts';

/** The customers of the story by key. */
export type StoryAccounts = ReadonlyMap<string, SampleAccount>;

/** Adds the customers of the demo's story to the batch. */
export function addStoryAccounts(studio: SampleStudio, world: SampleWorld, names: SampleNames): StoryAccounts {
  const made = new Map<string, SampleAccount>();
  for (const wish of storyAccounts) made.set(wish.key, addStoryAccount(studio, world, names, wish, made));
  return made;
}

function addStoryAccount(
  studio: SampleStudio,
  world: SampleWorld,
  names: SampleNames,
  wish: StoryAccount,
  made: StoryAccounts,
): SampleAccount {
  const { industry } = lineOf(world, wish.industry);
  const people = Object.entries(wish.people ?? {}).map(([seat, name]) => [seat, say(studio, name)] as const);
  const parent = wish.parent === undefined ? null : made.get(wish.parent)!.id;
  return addAccount(studio, world, names, industry, {
    name: names.reserve(say(studio, wish.name)),
    place: say(studio, wish.place),
    parentId: parent,
    owner: wish.key === 'wanglan' ? world.me : world.sellers[made.size % 4]!,
    grade: say(studio, wish.grade),
    ...(wish.people ? { people: Object.fromEntries(people) } : {}),
  });
}

const lineOf = (world: SampleWorld, industry: string): SampleLine =>
  world.lines.find((line) => line.industry.key === industry)!;

/** The deals of the story, ready to be written like any other. */
export function storyPlans(studio: SampleStudio, world: SampleWorld, accounts: StoryAccounts): DealPlan[] {
  return storyDeals.map((deal) => {
    const account = accounts.get(deal.account)!;
    const wish = storyAccounts.find(({ key }) => key === deal.account)!;
    return planStoryDeal(studio, world, lineOf(world, wish.industry), account, deal);
  });
}

function planStoryDeal(
  studio: SampleStudio,
  world: SampleWorld,
  line: SampleLine,
  account: SampleAccount,
  deal: StoryDeal,
): DealPlan {
  const { prng, days } = studio;
  const owner = ownerAt(world, deal.owner);
  const stage = line.openStages.findIndex(({ key }) => key === deal.stage);
  const name = say(studio, deal.name);
  const known = line.offers.find(({ offer }) => name.startsWith(say(studio, offer.deal))) ?? prng.pick(line.offers);
  const pieces = deal.pieces ?? 1;
  const drawn = drawNature(prng, sampleSources, owner.skill);
  const [wins, firsts] = deal.c139;
  return {
    line,
    account,
    owner,
    name,
    productName: say(studio, known.offer.product),
    productId: known.productId,
    pieces,
    unitPriceMinor: (deal.amountWan * 1_000_000) / pieces,
    // Whoever has the decider's word is not a deal that goes badly.
    nature: {
      ...drawn,
      rhythm: Math.abs(drawn.rhythm),
      quality: wins + firsts / 2 - 0.8,
      deciderMet: wins > 0,
      pushes: deal.pushes ?? 0,
    },
    visits: storyVisits(studio, line, stage, deal),
    closed: null,
    stage,
    paused: false,
    lastDay: days.today - 1,
    story: {
      ownWinRate: deal.ownWinRate,
      closeInDays: deal.closeInDays,
      c139: deal.c139,
      qualification: deal.qualification,
      next: deal.next ? { ...deal.next, title: say(studio, deal.next.title), minute: deal.next.minute ?? null } : null,
      rivals: deal.rivals ?? [],
      description: deal.description ? say(studio, deal.description) : '',
      detailed: deal.detailed ?? false,
    },
  };
}

/** The story counts people as the team is listed: the second is the manager of the first team and sells nothing. */
function ownerAt(world: SampleWorld, index: number): SampleMember {
  return world.sellers[index === 0 ? 0 : index - 1]!;
}

/** Stays of 11 and 26 days for the deal told in full, usual ones for the others; the present one ends up late if told so. */
function storyVisits(studio: SampleStudio, line: SampleLine, stage: number, deal: StoryDeal): StageVisit[] {
  const { prng, days } = studio;
  const allowed = line.rules.allowedDays;
  const inStage = deal.over ? allowed[stage]! + deal.over : prng.int(2, Math.max(3, Math.round(allowed[stage]! * 0.8)));
  const visits: StageVisit[] = [{ stage, day: days.today - inStage, kind: stage === 0 ? 'create' : 'advance' }];
  for (let before = stage - 1; before >= 0; before -= 1) {
    const stay = deal.detailed ? [11, 26][before]! : prng.int(Math.ceil(allowed[before]! * 0.4), allowed[before]!);
    visits.unshift({ stage: before, day: visits[0]!.day - stay, kind: before === 0 ? 'create' : 'advance' });
  }
  return visits;
}

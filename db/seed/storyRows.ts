import {
  storyActivities,
  storyDirective,
  storyJudgement,
  storyPeople,
  storyProofs,
  storyRelations,
  storyRisks,
  storyTasks,
} from '#resources/sample/demoStory.ts';
import { sampleWords } from '#resources/sample/conversation.ts';
import { c139Elements } from '#resources/templates/c139Standard.ts';
import type { LocalText } from '#shared/domain/processes/processTemplate.ts';
import { addActivities } from './activityRows.ts';
import type { SeededDeal } from './dealRows.ts';
import { addJudgement } from './judgementRows.ts';
import type { DealPerson } from './peopleRows.ts';
import { say, type SampleStudio } from './sampleStudio.ts';
import type { SampleWorld } from './sampleWorld.ts';
import type { StoryAccounts } from './storyPlans.ts';

const DAY_MS = 86_400_000;

/** Days before the sample's day at a minute, moved off weekends by the calendar's own numbering. */
function before(studio: SampleStudio, daysAgo: number, minute: number): number {
  const { days } = studio;
  const wanted = days.asOfStart - daysAgo * DAY_MS;
  let number = days.today - 1;
  while (number > 0 && days.instant(number, 0) > wanted) number -= 1;
  return days.instant(number, minute);
}

/** Writes the deal that is told in full: its map, what happened, what is proven, what was judged, what was ordered. */
export function addDetailedStory(studio: SampleStudio, world: SampleWorld, deal: SeededDeal): void {
  addStoryMap(studio, world, deal);
  addStoryJudgements(studio, world, deal);
  const { rows, newId } = studio;
  const stageId = deal.plan.line.openStages[deal.plan.stage]!.id;
  const criteria = (deal.plan.line.criteria.get(stageId) ?? []).filter(({ kind }) => kind === 'evidence');
  for (const [index, proof] of storyProofs.entries()) {
    const at = before(studio, proof.daysAgo, 970);
    rows.add('criterionEvidence', {
      id: newId(at),
      opportunityId: deal.id,
      criterionId: criteria[index]!.id,
      note: say(studio, proof.note),
      at,
      byId: deal.plan.owner.id,
    });
  }
  const issued = before(studio, storyDirective.issuedAgo, 1000);
  rows.add('directive', {
    id: newId(issued),
    text: say(studio, storyDirective.text),
    issuedById: world.managers[0]!.id,
    ownerId: deal.plan.owner.id,
    opportunityId: deal.id,
    accountId: deal.account.id,
    dueDate: studio.days.calendarDay(storyDirective.dueInDays),
    condition: JSON.stringify({ kind: 'roleCovered', role: 'decider', coverage: 'brief' }),
    createdAt: issued,
  });
}

function addStoryMap(studio: SampleStudio, world: SampleWorld, deal: SeededDeal): void {
  const { rows, newId, days } = studio;
  const at = deal.visitedAt[1]!;
  const contactAt = (seat: number | null) => deal.account.contacts.find(({ seatIndex }) => seatIndex === seat);
  const ids = storyPeople.map(() => newId(at));
  for (const [index, person] of storyPeople.entries()) {
    rows.add('stakeholder', {
      id: ids[index]!,
      opportunityId: deal.id,
      contactId: contactAt(person.seat)?.id ?? null,
      vacantLabel: person.seat === null ? say(studio, sampleWords.vacant) : '',
      roles: JSON.stringify(person.roles),
      influence: person.influence,
      stance: person.stance,
      stanceDate: person.judgedAgo === null ? null : days.calendarDay(-person.judgedAgo),
      coverage: person.coverage,
      politicalStatus: person.political,
      confidence: person.confidence,
      note: say(studio, person.note),
      createdAt: at,
    });
  }
  for (const line of storyRelations) {
    rows.add('stakeholderRelation', {
      id: newId(at),
      opportunityId: deal.id,
      fromId: ids[line.from]!,
      toId: ids[line.to]!,
      kind: line.kind,
      confirmed: line.confirmed ? 1 : 0,
      strength: line.kind === 'reportsTo' ? null : 2,
      note: say(studio, line.note),
      createdAt: at,
    });
  }
  const people: DealPerson[] = storyPeople.flatMap((person) => {
    const contact = contactAt(person.seat);
    return contact ? [{ contact, effort: person.effort, touches: 0, wary: person.stance === 'resist' }] : [];
  });
  addActivities(studio, world, deal, people);
  for (const told of storyActivities) addStoryActivity(studio, deal, told, contactAt);
}

function addStoryActivity(
  studio: SampleStudio,
  deal: SeededDeal,
  told: (typeof storyActivities)[number],
  contactAt: (seat: number | null) => { readonly id: string } | undefined,
): void {
  const at = before(studio, told.daysAgo, told.minute);
  const id = studio.newId(at);
  studio.rows.add('activity', {
    id,
    kind: told.kind,
    at,
    durationMinutes: told.minutes,
    subject: say(studio, told.subject),
    note: say(studio, told.note),
    opportunityId: deal.id,
    accountId: deal.account.id,
    ownerId: deal.plan.owner.id,
    createdAt: at,
  });
  for (const who of told.who) {
    const contactId = contactAt(storyPeople[who]!.seat)!.id;
    studio.rows.add('activityContact', { id: studio.newId(at), activityId: id, contactId });
  }
}

function addStoryJudgements(studio: SampleStudio, world: SampleWorld, deal: SeededDeal): void {
  const own = new Set<string>(storyJudgement.selfTrue);
  const coach = (isTrue: boolean, reason: LocalText) => ({
    judge: 'coach' as const,
    isTrue,
    at: before(studio, 6, 1010),
    byId: world.managers[0]!.id,
    coachKind: 'resource',
    evidence: say(studio, reason),
  });
  for (const [index, [code]] of c139Elements.entries()) {
    const at = before(studio, 25 - index, 1020);
    const byId = deal.plan.owner.id;
    addJudgement(studio, deal, code, { judge: 'self', isTrue: own.has(code), at, byId, coachKind: '', evidence: '' });
  }
  for (const code of storyJudgement.coachFalse) addJudgement(studio, deal, code, coach(false, storyJudgement.reason));
  for (const code of storyJudgement.coachTrue) addJudgement(studio, deal, code, coach(true, storyJudgement.agreed));
}

/** Warnings that people raised about the deals that are told; those of rules come when the program runs. */
export function addStoryRisks(studio: SampleStudio, world: SampleWorld, deals: readonly SeededDeal[]): void {
  const manager = world.managers[0]!.id;
  for (const told of storyRisks) {
    const raisedAt = before(studio, told.daysAgo, 1015);
    studio.rows.add('risk', {
      id: studio.newId(raisedAt),
      opportunityId: deals[told.deal]!.id,
      text: say(studio, told.text),
      raisedAt,
      raisedById: told.byManager ? manager : world.me.id,
      ...(told.cleared === undefined
        ? {}
        : {
            clearedAt: before(studio, told.cleared.daysAgo, 980),
            clearedById: world.me.id,
            clearedNote: say(studio, told.cleared.note),
          }),
    });
  }
}

/** Tasks of the person at the device that no stage prescribed, and last week's review with its promise. */
export function addStoryTasks(
  studio: SampleStudio,
  world: SampleWorld,
  deals: readonly SeededDeal[],
  accounts: StoryAccounts,
): void {
  const { rows, newId, days } = studio;
  const at = before(studio, 1, 1090);
  for (const told of storyTasks) {
    const deal = told.deal === undefined ? null : deals[told.deal]!;
    const account = told.account === undefined ? (deal?.account ?? null) : accounts.get(told.account)!;
    rows.add('task', {
      id: newId(at),
      title: say(studio, told.title),
      kind: told.kind,
      opportunityId: deal?.id ?? null,
      accountId: account?.id ?? null,
      ownerId: world.me.id,
      dueDate: days.calendarDay(told.inDays),
      dueMinute: told.minute ?? null,
      status: 'open',
      createdById: world.me.id,
      createdAt: at,
    });
  }
  const heldAt = before(studio, 7, 990);
  const reviewId = newId(heldAt);
  rows.add('review', { id: reviewId, weekStart: days.calendarDay(-7), status: 'held', heldAt, createdAt: heldAt });
  rows.add('reviewItem', {
    id: newId(heldAt),
    reviewId,
    kind: 'promise',
    opportunityId: deals[1]!.id,
    text: say(studio, storyTasks[2]!.title),
    ownerId: world.me.id,
    dueDate: days.calendarDay(2),
    createdAt: heldAt,
  });
}

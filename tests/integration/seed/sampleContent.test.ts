import { beforeAll, describe, expect, it } from 'vitest';
import { sampleIndustries } from '#resources/sample/industries.ts';
import { sampleProfiles } from '#db/seed/sampleSize.ts';
import type { QualificationLevel } from '#shared/contract/qualification.contract.ts';
import { decisiveNos, type LevelAnswer, levelReached } from '#shared/domain/qualification/levelReached.ts';
import { isRank } from '#shared/lib/rank.ts';
import { isIsoDate } from '#shared/lib/time.ts';
import { CollectedSample, SAMPLE_AS_OF, samplePlan } from '#tests/support/sampleRows.ts';

/** 2026-09-16T00:00 in Shanghai: nothing has happened at or after this instant. */
const TODAY_STARTS = Date.UTC(2026, 8, 15, 16);
const TODAY = '2026-09-16';

describe('the sample workspace', () => {
  it('is the same for the same seed, ids included, and another for another seed, size of team, language or day', () => {
    const first = new CollectedSample(samplePlan()).digest();
    expect(new CollectedSample(samplePlan()).digest()).toBe(first);
    expect(new CollectedSample(samplePlan({ seed: 2 })).digest()).not.toBe(first);
    expect(new CollectedSample(samplePlan({ locale: 'en' })).digest()).not.toBe(first);
    expect(new CollectedSample(samplePlan({ asOf: SAMPLE_AS_OF + 86_400_000 })).digest()).not.toBe(first);
  });

  it('depends on the day alone, not on the minute it is made', () => {
    const morning = new CollectedSample(samplePlan()).digest();
    expect(new CollectedSample(samplePlan({ asOf: SAMPLE_AS_OF + 7 * 3_600_000 })).digest()).toBe(morning);
  });

  it('can be made for any day, also a Sunday, a holiday and the first day of a year', () => {
    for (const day of ['2026-09-20', '2026-10-04', '2027-01-01', '2025-02-01', '2026-02-28']) {
      const asOf = Date.parse(`${day}T12:00:00Z`);
      const made = new CollectedSample(samplePlan({ asOf }));
      expect(made.rows('opportunity')).toHaveLength(300);
      const latest = Math.max(...made.rows('activity').map(({ at }) => at!));
      expect(latest).toBeLessThan(asOf);
    }
  });
});

describe.each(['zh-CN', 'en'] as const)('the demo in %s', (locale) => {
  let sample: CollectedSample;
  beforeAll(() => {
    sample = new CollectedSample(samplePlan({ locale }));
  });

  it('has 300 deals in six processes, with the open ones the profile names', () => {
    const deals = sample.rows('opportunity');
    expect(deals).toHaveLength(300);
    for (const [index, process] of sample.rows('process').entries()) {
      const own = deals.filter(({ processId }) => processId === process.id);
      const open = own.filter(({ status }) => status === 'open' || status === 'paused');
      expect([own.length, open.length]).toEqual(Object.values(sampleProfiles.demo.deals[index]!));
    }
    expect(sample.rows('process')).toHaveLength(sampleIndustries.length);
  });

  it('speaks one language', () => {
    const texts = (
      ['account', 'contact', 'opportunity', 'activity', 'task', 'stage', 'product', 'fact', 'lead'] as const
    )
      .flatMap((table) => sample.rows(table) as Record<string, unknown>[])
      .flatMap((row) => Object.entries(row))
      .filter(([key, value]) => typeof value === 'string' && /name|title|subject|note|value|label|need|text/i.test(key))
      .map(([, value]) => value as string);
    const chinese = texts.filter((text) => /\p{Script=Han}/u.test(text));
    if (locale === 'en') expect(chinese).toEqual([]);
    else expect(chinese.length / texts.filter((text) => text !== '').length).toBeGreaterThan(0.9);
    expect(texts.filter((text) => /[{}]|undefined|null|NaN/.test(text))).toEqual([]);
  });

  it('tells a stage history that ends where the deal stands', () => {
    const stages = new Map(sample.rows('stage').map((stage) => [stage.id, stage]));
    const history = Map.groupBy(sample.rows('stageChange'), ({ opportunityId }) => opportunityId);
    for (const deal of sample.rows('opportunity')) {
      const moves = history.get(deal.id)!;
      expect(moves[0]).toMatchObject({ fromStageId: null, kind: 'create', at: deal.createdAt });
      for (const [index, move] of moves.entries()) {
        if (index === 0) continue;
        expect(move.fromStageId).toBe(moves[index - 1]!.toStageId);
        expect(move.at!).toBeGreaterThan(moves[index - 1]!.at!);
        const [from, to] = [stages.get(move.fromStageId!)!, stages.get(move.toStageId!)!];
        const steps = to.position! - from.position!;
        if (move.kind === 'advance') expect(steps).toBe(1);
        if (move.kind === 'skip') expect(steps).toBeGreaterThan(1);
        if (move.kind === 'back') expect(steps).toBeLessThan(0);
        if (move.kind === 'skip' || move.kind === 'back') expect(move.reason).not.toBe('');
      }
      const last = moves.at(-1)!;
      expect(last.toStageId).toBe(deal.stageId);
      expect(last.at).toBe(deal.stageEnteredAt);
      const stageClass = stages.get(deal.stageId!)!.stageClass;
      const closed = deal.closedAt !== null;
      expect(closed).toBe(stageClass === 'won' || stageClass === 'lost');
      expect(closed ? last.kind : 'open').toBe(closed ? 'close' : 'open');
      if (deal.status === 'won') expect(stageClass).toBe('won');
      if (deal.status === 'lost' || deal.status === 'noDecision') expect(stageClass).toBe('lost');
      expect(deal.outcomeReason !== '').toBe(closed);
    }
  });

  it('gives every deal with answers exactly the level that they give, and some deals a decisive no', () => {
    const questions = sample.rows('qualificationQuestion').map(({ id, level, decisive }) => ({
      id,
      level: level as QualificationLevel,
      decisive: decisive === 1,
    }));
    const answers = Map.groupBy(sample.rows('qualificationAnswer'), (row) => row.opportunityId);
    let denied = 0;
    for (const { id, qualificationLevel } of sample.rows('opportunity')) {
      const own = new Map((answers.get(id) ?? []).map((row) => [row.questionId!, row as unknown as LevelAnswer]));
      if (own.size === 0) continue;
      expect(levelReached(questions, own), id).toBe(qualificationLevel);
      if (decisiveNos(questions, own).length > 0) denied += 1;
    }
    expect(answers.size).toBeGreaterThan(40);
    expect(denied).toBeGreaterThan(0);
  });

  it('lets nothing happen on or after its day, and nothing in a deal before the deal', () => {
    const created = new Map(sample.rows('opportunity').map((deal) => [deal.id, deal.createdAt!]));
    const ended = new Map(sample.rows('opportunity').map((deal) => [deal.id, deal.closedAt ?? TODAY_STARTS]));
    for (const table of ['activity', 'stageChange', 'c139Judgement', 'criterionEvidence', 'pastChange'] as const) {
      for (const row of sample.rows(table)) {
        expect(row.at!, table).toBeLessThan(TODAY_STARTS);
        if (table === 'pastChange' || row.opportunityId == null) continue;
        expect(row.at!, table).toBeGreaterThanOrEqual(created.get(row.opportunityId)!);
        if (table === 'stageChange') expect(row.at!).toBeLessThanOrEqual(ended.get(row.opportunityId)!);
      }
    }
    for (const table of ['account', 'contact', 'opportunity', 'lead', 'task', 'stakeholder', 'activity'] as const) {
      for (const row of sample.rows(table)) expect(row.createdAt!, table).toBeLessThan(TODAY_STARTS);
    }
    for (const { at } of sample.rows('behaviourEvent')) expect(at!).toBeLessThan(TODAY_STARTS);
    for (const { doneAt } of sample.rows('task')) if (doneAt != null) expect(doneAt).toBeLessThan(TODAY_STARTS);
    for (const { heldAt } of sample.rows('review')) expect(heldAt!).toBeLessThan(TODAY_STARTS);
  });

  it('dates what is done and only that, and every task has a real day', () => {
    for (const task of sample.rows('task')) {
      expect(task.status === 'done').toBe(task.doneAt != null);
      expect(isIsoDate(task.dueDate!)).toBe(true);
      if (task.dueMinute != null) expect(task.dueMinute).toBeLessThan(24 * 60);
    }
  });

  it('counts money in whole minor units, and lines add up to their deal', () => {
    const sums = new Map<string, number>();
    for (const line of sample.rows('opportunityLine')) {
      expect(line.quantity! * line.unitPriceMinor!).toBe(line.amountMinor);
      sums.set(line.opportunityId!, (sums.get(line.opportunityId!) ?? 0) + line.amountMinor!);
    }
    for (const deal of sample.rows('opportunity')) {
      expect(Number.isSafeInteger(deal.amountMinor)).toBe(true);
      expect(deal.amountMinor!).toBeGreaterThan(0);
      expect(sums.get(deal.id)).toBe(deal.amountMinor);
      expect(isRank(deal.rank!)).toBe(true);
      expect(isIsoDate(deal.expectedClose!)).toBe(true);
    }
  });

  it('draws power maps whose influence sums to at most 100 and whose superiors form a tree', () => {
    const maps = Map.groupBy(sample.rows('stakeholder'), ({ opportunityId }) => opportunityId!);
    for (const people of maps.values()) {
      const sum = people.reduce((total, { influence }) => total + (influence ?? 0), 0);
      expect(sum).toBe(100);
      expect(people.length).toBeGreaterThanOrEqual(3);
      expect(people.length).toBeLessThanOrEqual(10);
    }
    const boss = new Map<string, string>();
    for (const line of sample.rows('stakeholderRelation')) {
      expect(line.fromId).not.toBe(line.toId);
      if (line.kind !== 'reportsTo') continue;
      expect(boss.has(line.fromId!)).toBe(false);
      boss.set(line.fromId!, line.toId!);
    }
    for (const start of boss.keys()) {
      let steps = 0;
      for (let at: string | undefined = start; at !== undefined; at = boss.get(at))
        expect((steps += 1)).toBeLessThan(12);
    }
  });

  it('knows every person it names by the same account as the deal', () => {
    const home = new Map(sample.rows('contact').map((contact) => [contact.id, contact.accountId]));
    const account = new Map(sample.rows('opportunity').map((deal) => [deal.id, deal.accountId]));
    for (const one of sample.rows('stakeholder')) {
      if (one.contactId != null) expect(home.get(one.contactId)).toBe(account.get(one.opportunityId!));
    }
    const dealOf = new Map(sample.rows('activity').map((activity) => [activity.id, activity.opportunityId!]));
    for (const { activityId, contactId } of sample.rows('activityContact')) {
      expect(home.get(contactId!)).toBe(account.get(dealOf.get(activityId!)!));
    }
  });

  it('shows the person at the device a real day: something overdue, timed meetings today, more this week', () => {
    const me = sample.rows('member')[0]!.id;
    const mine = sample.rows('task').filter(({ ownerId, status }) => ownerId === me && status === 'open');
    expect(mine.filter(({ dueDate }) => dueDate! < TODAY)).toHaveLength(2);
    const today = mine.filter(({ dueDate }) => dueDate === TODAY);
    expect(today).toHaveLength(5);
    expect(today.filter(({ dueMinute }) => dueMinute != null)).toHaveLength(3);
    const week = mine.filter(({ dueDate }) => dueDate! > TODAY && dueDate! <= '2026-09-23');
    expect(week.length).toBeGreaterThanOrEqual(6);
    expect(week.length).toBeLessThanOrEqual(20);
  });

  it('tells the deal of the magnetic resonance in full', () => {
    const name = locale === 'en' ? '3.0T MRI purchase' : '3.0T 磁共振采购';
    const deal = sample.rows('opportunity').find((one) => one.name === name && one.amountMinor === 1_860_000_000)!;
    expect(deal).toMatchObject({
      status: 'open',
      expectedClose: '2026-11-20',
      ownWinRate: 0.6,
      qualificationLevel: 'A',
    });
    const of = <Row extends { opportunityId?: string | null }>(rows: Row[]): Row[] =>
      rows.filter(({ opportunityId }) => opportunityId === deal.id);
    expect(of(sample.rows('stakeholder'))).toHaveLength(10);
    expect(of(sample.rows('pastChange'))).toHaveLength(2);
    expect(of(sample.rows('opportunityCompetitor'))).toHaveLength(2);
    expect(of(sample.rows('directive'))).toHaveLength(1);
    expect(of(sample.rows('activity')).length).toBeGreaterThan(20);
    const kinds = new Set(of(sample.rows('stakeholderRelation')).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['reportsTo', 'introduces', 'influences', 'conflict']));
    const decider = of(sample.rows('stakeholder')).find(({ roles }) => roles!.includes('decider'))!;
    expect(decider).toMatchObject({ stance: 'unknown', coverage: 'none', influence: 20 });
    const met = new Set(sample.rows('activityContact').map(({ contactId }) => contactId));
    expect(met.has(decider.contactId)).toBe(false);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { sampleIndustries } from '#resources/sample/industries.ts';
import { passShares } from '#db/seed/sampleWorld.ts';
import { type SampleProfile, sampleProfiles } from '#db/seed/sampleSize.ts';
import { CollectedSample, samplePlan } from '#tests/support/sampleRows.ts';

/** A tenth of large with everything about closed deals, so that shares are steady. */
const profile: SampleProfile = {
  ...sampleProfiles.medium,
  deals: sampleIndustries.map(() => ({ total: 1200, open: 90 })),
  closedMapped: 1,
  closedJudged: 1,
  leads: 50,
};

interface Seen {
  readonly won: number;
  readonly deciderMet: number;
  readonly pushes: number;
  readonly touchesPerDay: number;
  readonly firmness: number;
  readonly source: string;
  readonly process: string;
  readonly furthest: number;
}

const share = (deals: readonly Seen[]): number => deals.reduce((sum, { won }) => sum + won, 0) / deals.length;

const shareFrom = (deals: readonly Seen[], sources: readonly string[]): number =>
  share(deals.filter(({ source }) => sources.includes(source)));

const group = <Row extends { opportunityId?: string | null }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, ({ opportunityId }) => opportunityId ?? '');

describe('the signal in a sample of 7,200 deals', () => {
  let sample: CollectedSample;
  let closed: Seen[];
  beforeAll(() => {
    sample = new CollectedSample(samplePlan({ size: 'medium', profile }));
    closed = describeClosed(sample);
  });

  it('has as many deals as were asked for, open ones included', () => {
    const deals = sample.rows('opportunity');
    expect(deals).toHaveLength(7200);
    expect(deals.filter(({ closedAt }) => closedAt == null)).toHaveLength(540);
  });

  it('converts close to what each industry states, and medical imaging stays clearly below 40 % in the exchange', () => {
    for (const [index, industry] of sampleIndustries.entries()) {
      const process = sample.rows('process')[index]!;
      const stages = sample.rows('stage').filter(({ processVersionId, stageClass }) => {
        return processVersionId === process.currentVersionId && stageClass !== 'won' && stageClass !== 'lost';
      });
      const wanted = passShares(stages as never, industry.conversion);
      const own = closed.filter((deal) => deal.process === process.id);
      for (const [stage, target] of wanted.slice(0, 2).entries()) {
        const entered = own.filter(({ furthest }) => furthest >= stage);
        const reached = entered.filter(({ furthest, won }) => furthest > stage || won === 1);
        expect(Math.abs(reached.length / entered.length - target), `${industry.key} ${stage}`).toBeLessThan(0.07);
      }
      if (industry.key !== 'medical') continue;
      const entered = own.filter(({ furthest }) => furthest >= 1);
      expect(entered.filter(({ furthest }) => furthest > 1).length / entered.length).toBeLessThan(0.33);
    }
  });

  it('wins more where the decision maker was met, the date held, the rhythm was good and C139 was true', () => {
    const known = closed.filter(({ furthest }) => furthest >= 1);
    const met = share(known.filter(({ deciderMet }) => deciderMet === 1));
    const missed = share(known.filter(({ deciderMet }) => deciderMet === 0));
    expect(met).toBeGreaterThan(2 * missed);
    expect(share(known.filter(({ pushes }) => pushes === 0))).toBeGreaterThan(
      1.2 * share(known.filter(({ pushes }) => pushes >= 2)),
    );
    const bySpeed = known.toSorted((a, b) => a.touchesPerDay - b.touchesPerDay);
    const quarter = Math.floor(known.length / 4);
    expect(share(bySpeed.slice(-quarter))).toBeGreaterThan(1.1 * share(bySpeed.slice(0, quarter)));
    const byTruth = known.toSorted((a, b) => a.firmness - b.firmness);
    expect(share(byTruth.slice(-quarter))).toBeGreaterThan(4 * share(byTruth.slice(0, quarter)));
  });

  it('wins more often through referrals and repeat customers than through tender notices and cold calls', () => {
    const known = shareFrom(closed, ['老客户转介绍', '老客户复购']);
    expect(known).toBeGreaterThan(1.7 * shareFrom(closed, ['招标信息', '陌生拜访']));
  });

  it('keeps enough noise: some deals win against every sign and some lose with all of them', () => {
    const known = closed.filter(({ furthest }) => furthest >= 1);
    expect(known.some(({ won, deciderMet, pushes }) => won === 1 && deciderMet === 0 && pushes > 0)).toBe(true);
    const best = known.filter(({ deciderMet, pushes, firmness }) => deciderMet === 1 && pushes === 0 && firmness >= 6);
    expect(share(best)).toBeLessThan(0.9);
  });
});

function describeClosed(sample: CollectedSample): Seen[] {
  const people = group(sample.rows('stakeholder'));
  const pushes = group(sample.rows('pastChange'));
  const activities = group(sample.rows('activity'));
  const judgements = group(sample.rows('c139Judgement'));
  const moves = group(sample.rows('stageChange'));
  const position = new Map(sample.rows('stage').map((stage) => [stage.id, stage.position!]));
  const closedStages = new Set(
    sample.rows('stage').flatMap(({ id, stageClass }) => (stageClass === 'won' || stageClass === 'lost' ? [id] : [])),
  );
  return sample
    .rows('opportunity')
    .filter(({ closedAt }) => closedAt != null)
    .map((deal) => {
      const deciders = (people.get(deal.id) ?? []).filter(({ roles }) => roles!.includes('decider'));
      const judged = (judgements.get(deal.id) ?? []).filter(({ judge }) => judge === 'self');
      const days = (deal.closedAt! - deal.createdAt!) / 86_400_000;
      const visited = (moves.get(deal.id) ?? []).filter(({ toStageId }) => !closedStages.has(toStageId!));
      return {
        won: deal.status === 'won' ? 1 : 0,
        deciderMet: deciders.some(({ coverage }) => coverage !== 'none') ? 1 : 0,
        pushes: (pushes.get(deal.id) ?? []).length,
        touchesPerDay: (activities.get(deal.id) ?? []).length / Math.max(10, days),
        firmness: judged.reduce((sum, { value }) => sum + (value ?? 0), 0),
        source: deal.source!,
        process: deal.processId!,
        furthest: Math.max(...visited.map(({ toStageId }) => position.get(toStageId!)!)),
      };
    });
}

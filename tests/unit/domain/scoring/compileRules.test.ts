import { describe, expect, it } from 'vitest';
import { compileRules } from '#shared/domain/scoring/attributes/compileRules.ts';
import { accountFactsOf, overNumbers, overWords, rulesWith } from '#tests/support/attributeRules.ts';

const grade = overWords('grade', 60, { 三级甲等: 100, 三级: 80, 二级: 40 }, { otherwise: 10 });
const beds = overNumbers('custom:床位数', 40, [
  [null, 500, 20],
  [500, 1000, 60],
  [1000, null, 100],
]);
const hospital = compileRules(rulesWith([grade, beds]));

describe('an attribute score', () => {
  it('is what the known facts earn of what they could earn', () => {
    const { figure, parts } = hospital.explain(accountFactsOf({ grade: '三级甲等', custom: { 床位数: '600' } }));
    expect(figure).toEqual({ points: 84, completeness: 1, low: 84, high: 84, thin: false });
    expect(parts.map(({ fact, level, earned }) => [fact, level, earned])).toEqual([
      ['三级甲等', 100, 60],
      ['600', 60, 24],
    ]);
  });

  it('counts a fact that is not known neither for nor against, and says what it could still become', () => {
    expect(hospital.score(accountFactsOf({ grade: '三级乙等' }))).toEqual({
      points: 80,
      completeness: 0.6,
      low: 56,
      high: 88,
      thin: false,
    });
  });

  it('tells a known poor fact from an unknown one', () => {
    const poor = hospital.score(accountFactsOf({ grade: '三级甲等', custom: { 床位数: '90' } }));
    const unknown = hospital.score(accountFactsOf({ grade: '三级甲等' }));
    expect(poor.points).toBe(68);
    // With the beds at their best it would be 100, so nothing known speaks against it.
    expect(unknown.points).toBe(100);
  });

  it('is hollow while less than the wanted share is known, and none where nothing is', () => {
    expect(hospital.score(accountFactsOf({ custom: { 床位数: '1200' } }))).toMatchObject({ points: 100, thin: false });
    const strict = compileRules(rulesWith([grade, beds], { leastKnown: 0.5 }));
    expect(strict.score(accountFactsOf({ custom: { 床位数: '1200' } }))).toMatchObject({
      completeness: 0.4,
      thin: true,
    });
    expect(hospital.score(accountFactsOf())).toEqual({ points: null, completeness: 0, low: 14, high: 100, thin: true });
  });

  it('takes blanks, dashes and 未知 for unknown, and a word where a number is asked', () => {
    for (const said of ['', ' ', '-', '未知', 'N/A']) {
      expect(hospital.score(accountFactsOf({ grade: said })).points).toBeNull();
    }
    expect(hospital.score(accountFactsOf({ custom: { 床位数: '很多' } })).points).toBeNull();
  });

  it('reads numbers as people write them: 1,200 张, １２００, 0.12万', () => {
    for (const said of ['1,200 张', '１２００', '0.12万', '1200']) {
      expect(hospital.score(accountFactsOf({ custom: { 床位数: said } })).points).toBe(100);
    }
  });

  it('puts the lower end of a band inside it and the upper end outside', () => {
    const points = ['499', '500', '999.9', '1000'].map(
      (count) => hospital.score(accountFactsOf({ custom: { 床位数: count } })).points,
    );
    expect(points).toEqual([20, 60, 60, 100]);
  });

  it('prefers an exact word, then the longest that the fact contains, whatever the order and spelling', () => {
    const mixed = compileRules(
      rulesWith([overWords('grade', 10, { 二级: 40, 甲等: 50, 三级甲等: 100, 三级: 80 }, { otherwise: 5 })]),
    );
    const points = (said: string) => mixed.score(accountFactsOf({ grade: said })).points;
    expect([points('三级甲等'), points(' 三级 '), points('三级乙等医院'), points('社区')]).toEqual([100, 80, 80, 5]);
  });

  it('takes the whole fact where a word is meant exactly', () => {
    const tier = compileRules(rulesWith([overWords('tier', 10, { A: 100 }, { match: 'exact' })]));
    expect(tier.score(accountFactsOf({ tier: 'ａ' })).points).toBe(100);
    expect(tier.score(accountFactsOf({ tier: 'AA' })).points).toBe(0);
  });

  it('does not ask a lead for what only accounts have', () => {
    const mixed = compileRules(rulesWith([grade, overWords('region', 20, { 华东: 100 })]));
    const lead = { ...accountFactsOf({ region: '华东' }), entity: 'lead' as const };
    expect(mixed.score(lead)).toMatchObject({ points: 100, completeness: 1, thin: false });
    expect(mixed.score(accountFactsOf({ region: '华东' }))).toMatchObject({ completeness: 0.25, thin: true });
  });

  it('lets a group carry no more than its cap, in what it earns and in what it could earn', () => {
    const place = [
      overWords('region', 20, { 华东: 100 }, { group: '区域' }),
      overWords('city', 10, { 苏州: 100 }, { group: '区域' }),
    ];
    const capped = compileRules(
      rulesWith([...place, overWords('tier', 15, { A: 100 })], { caps: [{ group: '区域', weight: 15 }] }),
    );
    const both = capped.explain(accountFactsOf({ region: '华东', city: '苏州', tier: 'C' }));
    expect(both.figure.points).toBe(50);
    expect(both.caps).toEqual([{ group: '区域', weight: 15, earned: 15 }]);
    expect(capped.score(accountFactsOf({ region: '华东', city: '杭州', tier: 'A' })).points).toBe(100);
  });

  it('never shows a score that the full facts could not reach', () => {
    const modest = compileRules(
      rulesWith([
        overWords('grade', 50, { 三级: 100 }),
        overWords('region', 50, { 华东: 40, 华北: 20 }, { otherwise: 10 }),
      ]),
    );
    expect(modest.score(accountFactsOf({ grade: '三级' }))).toMatchObject({ points: 70, low: 55, high: 70 });
  });
});

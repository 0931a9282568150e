import { describe, expect, it } from 'vitest';
import { insights } from '#shared/domain/powerMap/insights.ts';
import type { InsightCode, InsightContext } from '#shared/domain/powerMap/insight.ts';
import type { MapPerson, MapRelation } from '#shared/domain/powerMap/powerMapView.ts';
import { isoDate } from '#shared/lib/time.ts';
import { hospital, line, person } from './mapFixture.ts';

const today = isoDate('2026-09-16');
const ask = (people: MapPerson[], relations: MapRelation[] = [], more: Partial<InsightContext> = {}) =>
  insights({ map: { people, relations }, stageClass: 'engage', today, ...more });
const only = (code: InsightCode, found: ReturnType<typeof insights>) =>
  found.filter((insight) => insight.code === code);

const engineeringDecides = (touches90: number) => [
  person('a', { influence: 90, departmentShown: 'engineering' }),
  person('b', { influence: 10, departmentShown: 'purchasing', touches90 }),
];

const player = (id: string, stance: MapPerson['stance']) => person(id, { stance, politicalStatus: 'structure' });

const staleCount = (stanceDate: string, stance: MapPerson['stance'] = 'neutral') =>
  only('staleJudgement', ask([person('a', { stance, stanceDate: isoDate(stanceDate) })])).length;

const unmetCount = (known: Partial<MapPerson>) =>
  only('unmetDecisionMaker', ask([person('a', { roles: ['decider'], ...known })])).length;

describe('insights', () => {
  it('tells of the hospital what the design tells, most severe first', () => {
    const found = insights({ map: hospital, stageClass: 'engage', today });
    expect(found.map((insight) => [insight.code, insight.people[0] ?? null])).toEqual([
      ['singleThread', 'zhao'],
      ['unmetDecisionMaker', 'xu'],
      ['effortMismatch', 'chen'],
      ['staleJudgement', 'chen'],
      ['vacantRole', 'expert'],
    ]);
    expect(only('unmetDecisionMaker', found)[0]?.params).toEqual({ influence: 0.2 });
    expect(only('staleJudgement', found)[0]?.params).toEqual({ days: 74 });
    expect(only('effortMismatch', found)[0]?.params).toMatchObject({ department: '院领导', touches: 26 });
  });

  it('says nothing about an empty map', () => {
    expect(ask([])).toEqual([]);
  });

  it('asks for the decision maker once the deal is past its first phase', () => {
    expect(only('noDecisionMaker', ask([person('a')]))).toHaveLength(1);
    expect(only('noDecisionMaker', ask([person('a')], [], { stageClass: 'verify' }))).toEqual([]);
    expect(only('noDecisionMaker', ask([person('a', { roles: ['decider'] })]))).toEqual([]);
    expect(only('noDecisionMaker', ask([person('a', { roles: ['decider'], contact: null })]))).toHaveLength(1);
  });

  it('counts a judgement as stale after 60 days, not at 60, and never an unknown stance', () => {
    expect(staleCount('2026-07-18')).toBe(0);
    expect(staleCount('2026-07-17')).toBe(1);
    expect(staleCount('2020-01-01', 'unknown')).toBe(0);
  });

  it('does not call a decision maker unmet who was met or is covered', () => {
    expect(unmetCount({})).toBe(1);
    expect(unmetCount({ lastTouchAt: 5 })).toBe(0);
    expect(unmetCount({ coverage: 'brief' })).toBe(0);
  });

  it('names other key players without coverage', () => {
    const found = ask([person('a', { politicalStatus: 'inner' }), person('b')]);
    expect(only('uncoveredKeyPlayer', found).map((insight) => insight.people)).toEqual([['a']]);
  });

  it('says that no way leads to the decision maker only when there are supporters to lead it', () => {
    const boss = person('boss', { roles: ['approver'] });
    expect(only('noPathToDecisionMaker', ask([boss, person('a', { stance: 'support' })]))).toHaveLength(1);
    expect(only('noPathToDecisionMaker', ask([boss, person('a')]))).toEqual([]);
  });

  it('warns when key players against us are as many as those for us', () => {
    expect(only('supportersOutnumbered', ask([player('a', 'support'), player('b', 'oppose')]))[0]?.params).toEqual({
      supporters: 1,
      opponents: 1,
    });
    expect(
      only('supportersOutnumbered', ask([player('a', 'support'), player('b', 'champion'), player('c', 'oppose')])),
    ).toEqual([]);
    expect(only('supportersOutnumbered', ask([player('a', 'neutral')]))).toEqual([]);
  });

  it('finds a conflict between two supporters, not one with an opponent', () => {
    const people = [
      person('a', { stance: 'support' }),
      person('b', { stance: 'champion' }),
      person('c', { stance: 'oppose' }),
    ];
    const found = ask(people, [line('conflict', 'a', 'b'), line('conflict', 'a', 'c')]);
    expect(only('supportersInConflict', found).map((insight) => insight.relations)).toEqual([['conflict:a>b']]);
  });

  it('finds the one without rank to whom key players listen', () => {
    const people = [person('expert'), person('boss', { roles: ['approver'] })];
    expect(only('hiddenInfluencer', ask(people, [line('influences', 'expert', 'boss', { strength: 3 })]))).toHaveLength(
      1,
    );
    expect(only('hiddenInfluencer', ask(people, [line('influences', 'expert', 'boss', { strength: 2 })]))).toEqual([]);
  });

  it('doubts a map of five people on which nobody is against us', () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((id) => person(id));
    expect(only('nobodyAgainst', ask(people))).toHaveLength(1);
    expect(only('nobodyAgainst', ask(people.slice(1)))).toEqual([]);
  });

  it('does not judge effort on fewer than five contacts', () => {
    expect(only('effortMismatch', ask(engineeringDecides(4)))).toEqual([]);
    expect(only('effortMismatch', ask(engineeringDecides(5)))[0]?.params).toMatchObject({
      department: 'engineering',
      influence: 0.9,
      effort: 0,
    });
  });
});

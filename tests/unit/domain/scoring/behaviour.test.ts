import { describe, expect, it } from 'vitest';
import type { BehaviourRule, ScoredEvent } from '#shared/domain/scoring/behaviour/behaviourRules.ts';
import { addEvents, emptyState, pointsOfEvents } from '#shared/domain/scoring/behaviour/behaviourState.ts';
import { behaviourPointsAt } from '#shared/domain/scoring/behaviour/behaviourSeries.ts';
import { contributionsAt } from '#shared/domain/scoring/behaviour/contributions.ts';
import { dayCounter } from '#shared/domain/scoring/behaviour/dayCounter.ts';
import { defaultBehaviourRules, knownBehaviourKinds } from '#shared/domain/scoring/behaviour/defaultRules.ts';
import { findSurge } from '#shared/domain/scoring/behaviour/findSurge.ts';
import { judgeRules } from '#shared/domain/scoring/behaviour/judgeRules.ts';
import { recogniseKind } from '#shared/domain/scoring/behaviour/recogniseKind.ts';
import { DAY_MS } from '#shared/lib/time.ts';

const dayOf = dayCounter('Asia/Shanghai');
/** 2026-06-01 08:00 in Shanghai. */
const T = Date.UTC(2026, 5, 1);
const rule = (patch: Partial<BehaviourRule> = {}): BehaviourRule => ({
  kind: 'download',
  name: '',
  points: 10,
  perMinute: 0,
  maxMinutes: 0,
  halfLifeDays: 10,
  dayCap: null,
  totalCap: null,
  ...patch,
});
const events = (...at: number[]): ScoredEvent[] =>
  at.map((moment, index) => ({ id: `e${index}`, kind: 'download', at: moment, durationSeconds: null }));
const kinds = (texts: string) => texts.split('|').map((text) => recogniseKind(text, defaultBehaviourRules));
const raw = (list: ScoredEvent[], rules: BehaviourRule[], asOf: number): number =>
  pointsOfEvents(list, rules, asOf, dayOf).raw;

describe('points of events', () => {
  it('halve with every half-life', () => {
    expect(raw(events(T), [rule()], T)).toBeCloseTo(10, 12);
    expect(raw(events(T), [rule()], T + 10 * DAY_MS)).toBeCloseTo(5, 12);
    expect(raw(events(T), [rule()], T + 30 * DAY_MS)).toBeCloseTo(1.25, 12);
  });

  it('count minutes up to their limit', () => {
    const timed = rule({ points: 1, perMinute: 0.5, maxMinutes: 10 });
    const visit = (durationSeconds: number | null): ScoredEvent[] => [
      { id: 'v', kind: 'download', at: T, durationSeconds },
    ];
    expect(raw(visit(240), [timed], T)).toBeCloseTo(3, 12);
    expect(raw(visit(7200), [timed], T)).toBeCloseTo(6, 12);
    expect(raw(visit(null), [timed], T)).toBeCloseTo(1, 12);
  });

  it('are capped by calendar day of the workspace before they decay', () => {
    const capped = rule({ dayCap: 15 });
    const twice = events(T, T);
    expect(raw(twice, [capped], T)).toBeCloseTo(15, 12);
    expect(raw(twice, [capped], T + 10 * DAY_MS)).toBeCloseTo(7.5, 12);
    // 23:50 and 00:10 in Shanghai are two days, though one day in UTC.
    const midnight = Date.UTC(2026, 5, 1, 16);
    expect(raw(events(midnight - 600_000, midnight + 600_000), [capped], midnight + 600_000)).toBeGreaterThan(19.9);
  });

  it('are capped in all after they decayed', () => {
    const capped = rule({ totalCap: 12 });
    expect(raw(events(T, T - DAY_MS), [capped], T)).toBeCloseTo(12, 12);
    expect(raw(events(T, T - DAY_MS), [capped], T + 20 * DAY_MS)).toBeLessThan(5);
  });

  it('of complaints lower the score, never below nothing', () => {
    const list: ScoredEvent[] = [...events(T), { id: 'c', kind: 'complaint', at: T, durationSeconds: null }];
    const found = pointsOfEvents(list, [rule(), rule({ kind: 'complaint', points: -15 })], T, dayOf);
    expect(found.raw).toBeCloseTo(-5, 12);
    expect(found.shown).toBe(0);
  });

  it('tell which caps bite and how much they take', () => {
    const { caps, events: shares } = contributionsAt(
      events(T, T, T - DAY_MS),
      [rule({ dayCap: 15, totalCap: 20 })],
      T,
      dayOf,
    );
    expect(caps.map(({ cap }) => cap)).toEqual(['day', 'total']);
    expect(caps[0]!.lost).toBeCloseTo(5, 9);
    expect(shares.map(({ cappedBy }) => cappedBy)).toEqual(['day', 'day', 'total']);
    expect(shares.reduce((sum, { now }) => sum + now, 0)).toBeCloseTo(20, 9);
  });

  it('at earlier moments know only what had happened by then', () => {
    const list = events(T, T + 5 * DAY_MS);
    const series = behaviourPointsAt(list, [rule()], [T - 1, T, T + 5 * DAY_MS], dayOf);
    expect(series[0]).toBe(0);
    expect(series[1]).toBeCloseTo(10, 9);
    expect(series[2]).toBeCloseTo(10 + 10 / Math.SQRT2, 9);
  });
});

describe('a surge', () => {
  const rules = [rule(), rule({ kind: 'complaint', points: -1 })];
  const today = dayOf(T);
  const weekly = (counts: readonly number[], kind = 'download') =>
    addEvents(
      emptyState,
      counts.flatMap((count, week) =>
        Array.from({ length: count }, (_, n) => ({
          id: `${week} ${n}`,
          kind,
          at: T - week * 7 * DAY_MS - (n % 7) * DAY_MS,
          durationSeconds: null,
        })),
      ),
      rules,
      dayOf,
    );

  it('is far more than the own usual week', () => {
    const surge = findSurge(weekly([9, 2, 2, 1, 3, 2, 2, 2, 2, 2]), rules, today, today - 400);
    expect(surge).toMatchObject({ verdict: 'surging', recent: 9, weeks: 12 });
    expect(surge.usual).toBeCloseTo(17 / 12, 9);
  });

  it('is not called for a little more, nor for few events', () => {
    expect(findSurge(weekly([4, 2, 2, 2, 2, 2, 2, 2, 2, 2]), rules, today, today - 400).verdict).toBe('usual');
    expect(findSurge(weekly([3]), rules, today, today - 400).verdict).toBe('usual');
    expect(findSurge(weekly([4]), rules, today, today - 400).verdict).toBe('surging');
  });

  it('is not hidden by one earlier burst', () => {
    expect(findSurge(weekly([9, 1, 1, 20, 1, 1, 1, 1, 1]), rules, today, today - 400).verdict).toBe('surging');
  });

  it('is not said of who is known for less than four weeks before, nor of complaints', () => {
    expect(findSurge(weekly([9]), rules, today, today - 20)).toMatchObject({ verdict: 'new', usual: null });
    expect(findSurge(weekly([9], 'complaint'), rules, today, today - 400)).toMatchObject({ recent: 0 });
  });
});

describe('rules of behaviour', () => {
  it('as shipped have nothing wrong', () => expect(judgeRules(defaultBehaviourRules)).toEqual([]));

  it('are told by name what is wrong with them', () => {
    const own = { kind: 'own-1', name: '到店体验' };
    const codes = judgeRules([
      rule(),
      rule(),
      rule({ kind: 'own-0' }),
      rule(own),
      rule({ ...own, kind: 'own-2' }),
      rule({ kind: 'visit', points: 0 }),
      rule({ kind: 'call', perMinute: -1, maxMinutes: 5 }),
      rule({ kind: 'demo', perMinute: 1 }),
      rule({ kind: 'event', dayCap: 5 }),
      rule({ kind: 'form', dayCap: 20, totalCap: 15 }),
    ]).map(({ index, code }) => `${index} ${code}`);
    expect(codes).toEqual([
      '1 kindTwice',
      '2 nameMissing',
      '4 nameTwice',
      '5 pointsZero',
      '6 signsDiffer',
      '7 minutesMissing',
      '8 dayCapTooSmall',
      '9 totalBelowDay',
    ]);
  });

  it('know the words of files in both languages', () => {
    expect(
      kinds('访问官网|白皮书下载|参加展会|打开邮件|邮件回复|上门拜访|产品演示|客户投诉|申请试用|电话沟通'),
    ).toEqual(['siteVisit', 'download', 'event', 'mailOpened', 'reply', 'visit', 'demo', 'complaint', 'trial', 'call']);
    expect(kinds('Page view on website|Webinar attended|Email opened|no-show|siteVisit|Telepathy')).toEqual([
      'siteVisit',
      'event',
      'mailOpened',
      'noShow',
      'siteVisit',
      null,
    ]);
    const own = [...defaultBehaviourRules, rule({ kind: 'own-1', name: 'Telepathy' })];
    expect(recogniseKind('telepathy ', own)).toBe('own-1');
    expect(knownBehaviourKinds).toContain('siteVisit');
  });
});

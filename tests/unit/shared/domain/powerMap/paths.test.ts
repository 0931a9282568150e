import { describe, expect, it } from 'vitest';
import { independentPathCount } from '#shared/domain/powerMap/independentPathCount.ts';
import { introductionPath } from '#shared/domain/powerMap/introductionPath.ts';
import { singleThread, topDecisionMaker } from '#shared/domain/powerMap/singleThread.ts';
import { hospital, line, person } from './mapFixture.ts';

const ally = (id: string) => person(id, { stance: 'support' });
const boss = person('boss', { roles: ['approver'] });

const way = (middle: ReturnType<typeof person>, ...relations: ReturnType<typeof line>[]) =>
  introductionPath({ people: [ally('a'), middle, boss], relations }, 'boss');

describe('introductionPath', () => {
  it('finds the way over the only person who introduces us', () => {
    expect(introductionPath(hospital, 'xu')).toEqual({
      people: ['zhao', 'xu'],
      relations: ['introduces:zhao>xu'],
      confirmed: true,
    });
    expect(introductionPath(hospital, 'chen')?.people).toEqual(['zhao', 'xu', 'chen']);
  });

  it('prefers a confirmed line and says when a way rests on an inferred one', () => {
    const people = [ally('a'), boss];
    const both = [line('influences', 'a', 'boss', { confirmed: false }), line('introduces', 'a', 'boss')];
    expect(introductionPath({ people, relations: both }, 'boss')?.relations).toEqual(['introduces:a>boss']);
    expect(introductionPath({ people, relations: both.slice(0, 1) }, 'boss')?.confirmed).toBe(false);
  });

  it('does not lead through opponents, vacant roles, conflicts or against an influence', () => {
    const over = [line('influences', 'a', 'm'), line('influences', 'm', 'boss')];
    expect(way(person('m'), ...over)?.people).toEqual(['a', 'm', 'boss']);
    expect(way(person('m', { stance: 'oppose' }), ...over)).toBeNull();
    expect(way(person('m', { contact: null }), ...over)).toBeNull();
    expect(way(person('m'), line('conflict', 'a', 'boss'))).toBeNull();
    expect(way(person('m'), line('blocks', 'a', 'boss'))).toBeNull();
    expect(way(person('m'), line('influences', 'boss', 'a'))).toBeNull();
    expect(way(person('m'), line('reportsTo', 'boss', 'a'))?.people).toEqual(['a', 'boss']);
  });

  it('needs no way to somebody who supports us', () => {
    expect(introductionPath(hospital, 'zhao')).toBeNull();
  });
});

describe('singleThread', () => {
  it('names the people whose leaving cuts us off in the hospital of the design', () => {
    expect(singleThread(hospital)).toEqual({ targetId: 'chen', cutIds: ['zhao', 'xu'] });
    expect(independentPathCount(hospital, 'chen')).toBe(1);
  });

  it('finds none where two ways share nobody', () => {
    const map = {
      people: [ally('a'), ally('b'), boss],
      relations: [line('introduces', 'a', 'boss'), line('influences', 'b', 'boss')],
    };
    expect(singleThread(map)).toBeNull();
    expect(independentPathCount(map, 'boss')).toBe(2);
  });

  it('finds the person in the middle when two supporters lead through one', () => {
    const map = {
      people: [ally('a'), ally('b'), person('m'), boss],
      relations: [line('influences', 'a', 'm'), line('influences', 'b', 'm'), line('reportsTo', 'm', 'boss')],
    };
    expect(singleThread(map)).toEqual({ targetId: 'boss', cutIds: ['m'] });
  });

  it('counts two ways although the shortest one stands across both', () => {
    // a>c>boss is shortest for a naive choice, but only a>d>boss and b>c>boss leave room for two.
    const map = {
      people: [ally('a'), ally('b'), person('c'), person('d'), boss],
      relations: [
        line('influences', 'a', 'c'),
        line('influences', 'a', 'd'),
        line('influences', 'b', 'c'),
        line('influences', 'c', 'boss'),
        line('influences', 'd', 'boss'),
      ],
    };
    expect(independentPathCount(map, 'boss')).toBe(2);
    expect(singleThread(map)).toBeNull();
  });

  it('has nothing to say without decision maker, without way, or when the decision maker is for us', () => {
    expect(singleThread({ people: [ally('a')], relations: [] })).toBeNull();
    expect(singleThread({ people: [ally('a'), boss], relations: [] })).toBeNull();
    expect(
      singleThread({
        people: [ally('a'), { ...boss, stance: 'champion' }],
        relations: [line('introduces', 'a', 'boss')],
      }),
    ).toBeNull();
  });

  it('takes the most influential approver as the top, a decider only without approver', () => {
    const people = [
      person('decider', { roles: ['decider'], influence: 60 }),
      person('small', { roles: ['approver'], influence: 5 }),
      person('big', { roles: ['approver'], influence: 10 }),
      person('vacant', { roles: ['approver'], influence: 90, contact: null }),
    ];
    expect(topDecisionMaker(people)?.id).toBe('big');
    expect(topDecisionMaker(people.slice(0, 1))?.id).toBe('decider');
    expect(topDecisionMaker([])).toBeNull();
  });
});

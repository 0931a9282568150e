import { describe, expect, test } from 'vitest';
import {
  filterOf,
  hasFilters,
  parsePipelineSearch,
  searchOfView,
  viewState,
  withoutFilters,
} from '#renderer/features/pipeline/pipelineSearch.ts';

describe('the address of the pipeline', () => {
  test('reads what it knows and leaves out what makes no sense', () => {
    const search = parsePipelineSearch({
      view: 'spiral',
      ownerIds: 'nobody',
      amountMin: 'much',
      closeFrom: '2026-13-40',
      overdue: true,
      text: 2026,
      foreign: 1,
    });
    expect(search.view).toBe('board');
    expect(filterOf(search)).toEqual({ overdue: true, text: '2026' });
  });

  test('asks the core the same for the same choice, however empty parts are written', () => {
    const choices = [{}, { text: '', ownerIds: [], overdue: false }, { view: 'list', sort: 'amount', by: 'own' }];
    for (const raw of choices) expect(filterOf(parsePipelineSearch(raw))).toEqual({});
  });

  test('is free of filters after all are taken off', () => {
    const search = parsePipelineSearch({ accountId: 'a', amountMax: 5, stages: ['s'], undated: true, status: 'won' });
    expect(hasFilters(search)).toBe(true);
    expect(hasFilters({ ...search, ...withoutFilters() })).toBe(false);
  });

  test('comes back from a saved view, without the place on the time axis', () => {
    const search = parsePipelineSearch({
      view: 'timeline',
      ownerIds: ['m'],
      closeTo: '2026-12-31',
      from: '2026-01-01',
    });
    const { from: _, ...kept } = search;
    const back = searchOfView(viewState(search));
    expect(parsePipelineSearch(back)).toEqual(parsePipelineSearch(kept));
    expect(back).toHaveProperty('overdue', undefined);
  });

  test('survives a saved view that is broken', () => {
    for (const state of ['', 'null', '[1]', '{"view":7}']) {
      expect(parsePipelineSearch(searchOfView(state)).view).toBe('board');
    }
  });
});

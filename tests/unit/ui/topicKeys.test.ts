import { expect, test } from 'vitest';
import { isOfTopics, topicKeys } from '#renderer/platform/topicKeys.ts';
import { allOperations } from '#shared/contract/allOperations.ts';
import type { Topic } from '#shared/contract/operation.ts';

const topics = Object.keys(topicKeys) as Topic[];
const queries = [...allOperations.values()].filter(({ kind }) => kind === 'query').map(({ name }) => name);

test('every query is asked again after a change of at least one topic', () => {
  expect(queries.length).toBeGreaterThan(15);
  expect(queries.filter((name) => !isOfTopics(name, topics))).toEqual([]);
});

test('every topic that a command changes reaches some query', () => {
  const changed = new Set([...allOperations.values()].flatMap((operation) => operation.topics));
  const unheard = [...changed].filter((topic) => !queries.some((name) => isOfTopics(name, [topic])));
  expect(unheard).toEqual([]);
});

test('a change of deals makes the board ask again but not the settings', () => {
  expect(isOfTopics('pipeline.board', ['opportunities'])).toBe(true);
  expect(isOfTopics('settings.get', ['opportunities'])).toBe(false);
  expect(isOfTopics(undefined, ['opportunities'])).toBe(false);
});

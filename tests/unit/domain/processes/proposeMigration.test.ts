import { expect, test } from 'vitest';
import type { StageClass } from '#shared/contract/primitives.ts';
import { proposeMigration } from '#shared/domain/processes/proposeMigration.ts';

const stage = (id: string, key: string, stageClass: StageClass) => ({ id, key, stageClass });
const targets = [
  stage('n-verify', 'verify', 'verify'),
  stage('n-demo', 'demo', 'engage'),
  stage('n-pilot', 'pilot', 'engage'),
  stage('n-won', 'won', 'won'),
];

test('a stage goes on in the one of the same key, whatever its class is now', () => {
  expect(proposeMigration([stage('a', 'pilot', 'verify')], targets)).toEqual([
    { stageId: 'a', targetId: 'n-pilot', because: 'key' },
  ]);
});

test('without the same key the class decides, by the place among the stages of that class', () => {
  const from = [stage('a', 'x', 'engage'), stage('b', 'y', 'engage'), stage('c', 'z', 'engage')];
  expect(proposeMigration(from, targets)).toEqual([
    { stageId: 'a', targetId: 'n-demo', because: 'class' },
    { stageId: 'b', targetId: 'n-pilot', because: 'class' },
    { stageId: 'c', targetId: 'n-pilot', because: 'class' },
  ]);
});

test('where neither fits nothing is proposed, and an outcome is never proposed', () => {
  expect(proposeMigration([stage('a', 'won', 'negotiate'), stage('b', '', 'negotiate')], targets)).toEqual([
    { stageId: 'a', targetId: null, because: 'none' },
    { stageId: 'b', targetId: null, because: 'none' },
  ]);
  expect(proposeMigration([stage('a', 'verify', 'verify')], [])).toEqual([
    { stageId: 'a', targetId: null, because: 'none' },
  ]);
});

test('stages without a key are not taken for the same', () => {
  expect(proposeMigration([stage('a', '', 'verify')], [stage('t', '', 'engage')])).toEqual([
    { stageId: 'a', targetId: null, because: 'none' },
  ]);
});

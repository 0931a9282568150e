import { expect, test } from 'vitest';
import { trainingNeeds } from '#shared/domain/scoring/governance/trainingNeeds.ts';

test('twenty closed with five of a side are enough', () => {
  expect(trainingNeeds(20, 5)).toBeNull();
  expect(trainingNeeds(20, 15)).toBeNull();
});

test('what is missing is told with the rarer side', () => {
  expect(trainingNeeds(14, 12)).toEqual({ closed: 14, needed: 20, rarer: 'negative', ofRarer: 2, sideNeeded: 5 });
  expect(trainingNeeds(200, 4)).toMatchObject({ rarer: 'positive', ofRarer: 4 });
  expect(trainingNeeds(0, 0)).toMatchObject({ closed: 0, ofRarer: 0 });
});

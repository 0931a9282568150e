import type { ScoredEntity } from '#shared/contract/attributeScore.contract.ts';

/*
 * The attribute score in lists: joined as `score` to whatever id a list has, and its place among the others, which is lower
 * for a figure of which too little is known than for any firm one.
 */

/** Joins the score of a record; records that no set is for have none. */
export const joinAttribute = (entity: ScoredEntity, id: string): string =>
  `LEFT JOIN attributeScore score ON score.entity = '${entity}' AND score.entityId = ${id}`;

/** What `toMark` needs. */
export const attributeColumns = 'score.ruleSetId, score.points, coalesce(score.place, -1) < 0 AS thin';

/** What a list is ordered by. */
export const attributePlace = (entity: ScoredEntity, id: string): string =>
  `(SELECT s.place FROM attributeScore s WHERE s.entity = '${entity}' AND s.entityId = ${id})`;

/** A row's score as the contract has it. */
export const toMark = (row: {
  readonly ruleSetId: string | null;
  readonly points: number | null;
  readonly thin: number | null;
}): { points: number | null; thin: boolean } | null =>
  row.ruleSetId === null ? null : { points: row.points, thin: row.thin === 1 };

import type { CriterionRuleTemplate, LevelTemplate } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import type { LocalText } from '#shared/domain/processes/processTemplate.ts';

/*
 * Criteria that every trade asks in the same way. Points of a level are 0..100, a weight says how much the criterion counts
 * beside the others; a team changes both. Regions are scored by how much is bought there, which a team that works in one
 * region will want to turn round.
 */

/** Group of the criteria about where somebody is. */
export const PLACE: LocalText = ['区域', 'Region'];

/** Bands from ascending limits: below the first limit the first points, from the last limit on the last. */
export const bandsAt = (limits: readonly number[], points: readonly number[]) =>
  points.map((level, index) => ({ from: limits[index - 1] ?? null, to: limits[index] ?? null, points: level }));

/** How important the account is to us. */
export const tier = (weight: number): CriterionRuleTemplate => ({
  key: 'tier',
  field: 'tier',
  weight,
  levels: [
    { points: 100, words: [['A', 'A']], exact: true },
    { points: 60, words: [['B', 'B']], exact: true },
    { points: 20, words: [['C', 'C']], exact: true },
  ],
});

/** Where it is, of the seven regions that sales teams divide the country into. */
export const region = (weight: number): CriterionRuleTemplate => ({
  key: 'region',
  field: 'region',
  weight,
  group: PLACE,
  levels: [
    {
      points: 100,
      words: [
        ['华东', 'East'],
        ['华南', 'South'],
      ],
    },
    {
      points: 80,
      words: [
        ['华北', 'North China'],
        ['华中', 'Central'],
      ],
    },
    {
      points: 55,
      words: [
        ['西南', 'Southwest'],
        ['西北', 'Northwest'],
        ['东北', 'Northeast'],
      ],
    },
  ],
  otherwise: 40,
});

/** Who sent it to us. */
export const source = (weight: number): CriterionRuleTemplate => ({
  key: 'source',
  field: 'source',
  weight,
  levels: [
    {
      points: 100,
      words: [
        ['转介绍', 'Referral'],
        ['复购', 'Repeat customer'],
        ['推荐', 'Recommend'],
      ],
    },
    { points: 75, words: [['渠道', 'Channel']] },
    {
      points: 55,
      words: [
        ['展会', 'fair'],
        ['官网', 'Website'],
        ['会议', 'Conference'],
      ],
    },
    {
      points: 35,
      words: [
        ['招标', 'Tender'],
        ['陌生', 'Cold'],
      ],
    },
  ],
  otherwise: 40,
});

/** What the person who asks may decide. */
export const title = (
  weight: number,
  heads: readonly LocalText[],
  users: readonly LocalText[],
): CriterionRuleTemplate => ({
  key: 'title',
  field: 'title',
  weight,
  levels: [
    { points: 100, words: heads },
    { points: 70, words: users },
    {
      points: 45,
      words: [
        ['采购', 'Purchasing'],
        ['采购员', 'Buyer'],
        ['招标', 'Tendering'],
        ['招采', 'Tender'],
        ['财务', 'Finance'],
      ],
    },
  ],
  otherwise: 40,
});

/** Money that is set aside, in whole yuan. */
export const budget = (weight: number, limits: readonly [number, number, number]): CriterionRuleTemplate => ({
  key: 'budget',
  field: 'budget',
  weight,
  bands: bandsAt(limits, [15, 50, 80, 100]),
});

/** How many people work there. */
export const employees = (
  weight: number,
  limits: readonly [number, number, number, number],
): CriterionRuleTemplate => ({
  key: 'employees',
  field: 'employees',
  weight,
  bands: bandsAt(limits, [15, 40, 65, 85, 100]),
});

/** Revenue of a year, in whole yuan. */
export const revenue = (weight: number, limits: readonly [number, number, number, number]): CriterionRuleTemplate => ({
  key: 'revenue',
  field: 'annualRevenue',
  weight,
  bands: bandsAt(limits, [10, 40, 65, 85, 100]),
});

/** A criterion over words. */
export const words = (
  key: string,
  field: CriterionRuleTemplate['field'],
  weight: number,
  levels: readonly LevelTemplate[],
  otherwise = 0,
): CriterionRuleTemplate => ({ key, field, weight, levels, otherwise });

/** One level. */
export const level = (points: number, ...of: readonly LocalText[]): LevelTemplate => ({ points, words: of });

const MANAGERS: readonly LocalText[] = [
  ['董事长', 'Chairman'],
  ['总经理', 'General manager'],
  ['总裁', 'President'],
  ['副总', 'VP'],
  ['总监', 'director'],
];
/** Who decides in a company. */
export const companyHeads = MANAGERS;

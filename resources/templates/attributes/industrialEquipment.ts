import type { AttributeTemplate } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import {
  bandsAt,
  budget,
  employees,
  level,
  PLACE,
  region,
  revenue,
  source,
  tier,
  title,
  words,
} from './commonCriteria.ts';

/** Factories: what they make decides whether they test, what they invest decides whether they buy. */
export const industrialEquipmentRules: AttributeTemplate = {
  key: 'industrialEquipment',
  name: ['工业设备客户', 'Factories'],
  industries: [
    ['工业', 'Industrial'],
    ['制造', 'Manufactur'],
    ['装备', 'Machinery'],
    ['机械', 'Mechanical'],
  ],
  criteria: [
    words(
      'product',
      'name',
      20,
      [
        level(100, ['轴承', 'Bearings'], ['汽车零部件', 'Auto Parts'], ['特钢', 'Special Steel']),
        level(85, ['电池', 'Batteries'], ['精密', 'Precision'], ['管业', 'Tubes']),
        level(70, ['电机', 'Motors'], ['重工', 'Heavy Industries'], ['工业集团', 'Industries']),
      ],
      40,
    ),
    words(
      'standing',
      'grade',
      15,
      [
        level(100, ['链主', 'Chain leader']),
        level(90, ['上市', 'Listed']),
        level(80, ['专精特新', 'Specialised']),
        level(65, ['规上', 'Above-scale']),
      ],
      35,
    ),
    revenue(15, [50_000_000, 300_000_000, 1_000_000_000, 3_000_000_000]),
    employees(10, [200, 500, 1500, 4000]),
    {
      key: 'lines',
      field: ['产线数', 'Production lines'],
      weight: 12,
      bands: bandsAt([2, 5, 10, 20], [20, 45, 70, 90, 100]),
    },
    words(
      'project',
      ['技改计划', 'Investment plan'],
      12,
      [
        level(100, ['已立项', 'Approved'], ['已批复', 'Funded']),
        level(65, ['申报中', 'Applied'], ['规划', 'Planned']),
        level(10, ['无计划', 'No plan']),
      ],
      40,
    ),
    words(
      'ownership',
      'ownership',
      5,
      [level(90, ['民营', 'Private'], ['合资', 'Joint'], ['外资', 'Foreign']), level(75, ['国有', 'State'])],
      50,
    ),
    region(8),
    {
      key: 'industrialCity',
      field: 'city',
      weight: 6,
      group: PLACE,
      levels: [level(60, ['县', 'County'])],
      otherwise: 85,
    },
    tier(8),
    budget(15, [300_000, 1_500_000, 5_000_000]),
    title(
      10,
      [
        ['总经理', 'General manager'],
        ['副总', 'VP'],
        ['总工', 'Chief engineer'],
        ['厂长', 'Plant manager'],
      ],
      [
        ['工艺', 'process'],
        ['设备', 'equipment'],
        ['质量', 'Quality'],
        ['技术', 'Technical'],
      ],
    ),
    source(6),
  ],
  caps: [{ group: PLACE, weight: 10 }],
};

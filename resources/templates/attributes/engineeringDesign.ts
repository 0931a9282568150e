import type { AttributeTemplate } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import { bandsAt, budget, level, PLACE, region, revenue, source, tier, title, words } from './commonCriteria.ts';

/** Clients of design work: whose money it is, how often they build, whether the project is approved. */
export const engineeringDesignRules: AttributeTemplate = {
  key: 'engineeringDesign',
  name: ['工程设计业主', 'Building clients'],
  industries: [
    ['工程', 'Engineering'],
    ['建筑', 'Construction'],
    ['设计', 'Design'],
    ['地产', 'Estate'],
  ],
  criteria: [
    words('ownership', 'ownership', 15, [
      level(100, ['国有', 'State'], ['政府', 'Government'], ['事业单位', 'Public']),
      level(70, ['混合', 'Mixed'], ['合资', 'Joint']),
      level(45, ['民营', 'Private']),
    ]),
    words(
      'level',
      'grade',
      18,
      [
        level(100, ['央属', 'Central'], ['省属', 'Provincial']),
        level(80, ['市属', 'Municipal']),
        level(50, ['区属', 'District'], ['县属', 'County']),
      ],
      40,
    ),
    words(
      'kind',
      'name',
      15,
      [
        level(100, ['轨道交通', 'Metro'], ['城发', 'Urban'], ['城市建设', 'City Development']),
        level(85, ['高新区', 'High-tech Zone'], ['产业园', 'park'], ['数据中心', 'Data Centre']),
        level(70, ['水务', 'Water'], ['文旅', 'Culture']),
        level(35, ['置业', 'Estates']),
      ],
      50,
    ),
    words(
      'approval',
      ['立项状态', 'Approval'],
      15,
      [
        level(100, ['已立项', 'Approved'], ['已批复', 'Funded']),
        level(60, ['可研', 'Feasibility'], ['申报中', 'Applied']),
        level(15, ['设想', 'Idea']),
      ],
      40,
    ),
    {
      key: 'floorArea',
      field: ['年开工面积', 'Floor area per year'],
      weight: 10,
      bands: bandsAt([50_000, 200_000, 500_000, 1_000_000], [20, 45, 70, 90, 100]),
    },
    revenue(8, [20_000_000, 100_000_000, 500_000_000, 2_000_000_000]),
    region(10),
    {
      key: 'place',
      field: 'city',
      weight: 6,
      group: PLACE,
      levels: [level(45, ['县', 'County'])],
      otherwise: 85,
    },
    tier(10),
    budget(15, [500_000, 2_000_000, 10_000_000]),
    title(
      10,
      [
        ['董事长', 'Chairman'],
        ['总经理', 'General manager'],
        ['副总', 'Vice president'],
      ],
      [
        ['总工', 'chief engineer'],
        ['前期', 'Pre-construction'],
        ['设计', 'Design'],
        ['成本', 'Cost'],
      ],
    ),
    source(6),
  ],
  caps: [{ group: PLACE, weight: 12 }],
};

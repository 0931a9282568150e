import type { AttributeTemplate } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import {
  budget,
  companyHeads,
  employees,
  level,
  region,
  revenue,
  source,
  tier,
  title,
  words,
} from './commonCriteria.ts';

/** For every record that no trade's set is for: size, standing, place and who asks. */
export const generalRules: AttributeTemplate = {
  key: 'generalB2b',
  name: ['通用客户', 'General'],
  industries: [],
  criteria: [
    employees(20, [50, 200, 1000, 3000]),
    revenue(20, [10_000_000, 100_000_000, 500_000_000, 2_000_000_000]),
    words(
      'standing',
      'grade',
      12,
      [
        level(100, ['上市', 'Listed'], ['三级甲等', 'Grade 3A'], ['链主', 'Chain leader']),
        level(80, ['专精特新', 'Specialised'], ['省属', 'Provincial'], ['全国', 'National']),
        level(60, ['规上', 'Above-scale'], ['高新', 'High-tech'], ['市属', 'Municipal'], ['区域', 'Regional']),
      ],
      40,
    ),
    words(
      'ownership',
      'ownership',
      8,
      [
        level(90, ['民营', 'Private'], ['公立', 'Public']),
        level(80, ['国有', 'State'], ['合资', 'Joint'], ['外资', 'Foreign']),
      ],
      50,
    ),
    {
      key: 'founded',
      field: 'foundedYear',
      weight: 6,
      bands: [
        { from: null, to: 2000, points: 100 },
        { from: 2000, to: 2015, points: 80 },
        { from: 2015, to: null, points: 50 },
      ],
    },
    region(10),
    tier(14),
    budget(20, [200_000, 1_000_000, 5_000_000]),
    title(15, companyHeads, [
      ['经理', 'manager'],
      ['主任', 'Head'],
      ['工程师', 'engineer'],
      ['科长', 'Lead'],
    ]),
    source(10),
  ],
};

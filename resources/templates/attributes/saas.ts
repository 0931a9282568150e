import type { AttributeTemplate } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import {
  bandsAt,
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

/** Buyers of software: seats decide the price, the kind of business decides the need, old systems decide the effort. */
export const saasRules: AttributeTemplate = {
  key: 'saas',
  name: ['SaaS 客户', 'Software buyers'],
  industries: [
    ['SaaS', 'SaaS'],
    ['软件', 'Software'],
    ['互联网', 'Internet'],
    ['企业服务', 'Business services'],
  ],
  criteria: [
    employees(25, [100, 300, 1000, 3000]),
    {
      key: 'seats',
      field: ['预计席位', 'Expected seats'],
      weight: 15,
      bands: bandsAt([50, 200, 500, 1500], [15, 40, 65, 85, 100]),
    },
    words(
      'business',
      'name',
      10,
      [
        level(100, ['连锁', 'Retail'], ['供应链', 'Supply Chain'], ['物流', 'Logistics']),
        level(85, ['人力资源', 'Staffing'], ['物业', 'Facilities'], ['租赁', 'Leasing']),
        level(70, ['电商', 'Commerce'], ['教育', 'Learning'], ['控股', 'Holdings']),
      ],
      55,
    ),
    words(
      'standing',
      'grade',
      10,
      [
        level(100, ['上市', 'Listed']),
        level(85, ['专精特新', 'Specialised']),
        level(70, ['规上', 'Above-scale'], ['高新', 'High-tech']),
      ],
      40,
    ),
    words(
      'ownership',
      'ownership',
      6,
      [
        level(100, ['民营', 'Private'], ['合资', 'Joint'], ['外资', 'Foreign']),
        level(60, ['国有', 'State'], ['央企', 'Central state']),
      ],
      50,
    ),
    revenue(10, [30_000_000, 100_000_000, 500_000_000, 2_000_000_000]),
    region(6),
    words(
      'system',
      ['现有系统', 'Present system'],
      10,
      [
        level(100, ['无系统', 'No system'], ['表格', 'Spreadsheet'], ['自研', 'In-house']),
        level(55, ['本地部署', 'On premises']),
        level(25, ['竞品', 'Rival']),
      ],
      50,
    ),
    tier(8),
    budget(15, [100_000, 500_000, 2_000_000]),
    title(12, companyHeads, [
      ['经理', 'manager'],
      ['信息', 'IT'],
      ['运营', 'Operations'],
      ['骨干', 'Key user'],
    ]),
    source(8),
  ],
};

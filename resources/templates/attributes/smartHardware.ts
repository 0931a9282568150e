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

/** Makers of devices: volume decides the price, their own development decides how much help they need. */
export const smartHardwareRules: AttributeTemplate = {
  key: 'smartHardware',
  name: ['智能硬件客户', 'Device makers'],
  industries: [
    ['智能硬件', 'Smart hardware'],
    ['电子', 'Electronic'],
    ['物联网', 'IoT'],
    ['半导体', 'Semiconductor'],
  ],
  criteria: [
    {
      key: 'volume',
      field: ['年出货量', 'Units per year'],
      weight: 22,
      bands: bandsAt([10_000, 50_000, 200_000, 1_000_000], [15, 40, 65, 85, 100]),
    },
    words(
      'product',
      'name',
      14,
      [
        level(100, ['机器人', 'Robotics'], ['车联网', 'Telematics']),
        level(85, ['安防', 'Security'], ['能源', 'Energy']),
        level(70, ['智能', 'Devices'], ['家居', 'Home'], ['园区', 'Campus']),
      ],
      50,
    ),
    words(
      'standing',
      'grade',
      14,
      [level(100, ['上市', 'Listed']), level(90, ['专精特新', 'Specialised']), level(75, ['高新', 'High-tech'])],
      40,
    ),
    words(
      'development',
      ['研发阶段', 'Development stage'],
      12,
      [
        level(100, ['量产', 'Production'], ['试产', 'Pilot run']),
        level(75, ['样机', 'Prototype'], ['开发', 'Development']),
        level(30, ['概念', 'Concept']),
      ],
      40,
    ),
    employees(10, [50, 200, 800, 2000]),
    revenue(10, [20_000_000, 100_000_000, 500_000_000, 2_000_000_000]),
    words(
      'ownership',
      'ownership',
      5,
      [level(100, ['民营', 'Private'], ['合资', 'Joint'], ['外资', 'Foreign']), level(65, ['国有', 'State'])],
      50,
    ),
    region(6),
    tier(8),
    budget(15, [200_000, 1_000_000, 4_000_000]),
    title(12, companyHeads, [
      ['研发', 'R&D'],
      ['硬件', 'Hardware'],
      ['产品', 'product'],
      ['品质', 'Quality'],
    ]),
    source(6),
  ],
};

import type { AttributeTemplate } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import { bandsAt, budget, level, PLACE, region, source, tier, title, words } from './commonCriteria.ts';

/** Hospitals: what they may buy follows their grade, what they need follows their kind and their beds. */
export const medicalDeviceRules: AttributeTemplate = {
  key: 'medicalDevice',
  name: ['医疗器械客户', 'Hospitals'],
  industries: [
    ['医疗', 'Medical'],
    ['医院', 'Hospital'],
    ['卫生', 'Health'],
  ],
  criteria: [
    {
      ...words(
        'grade',
        'grade',
        30,
        [
          level(100, ['三级甲等', 'Grade 3A'], ['三甲', '3A']),
          level(85, ['三级', 'Grade 3'], ['三乙', '3B']),
          level(55, ['二级甲等', 'Grade 2A'], ['二甲', '2A']),
          level(40, ['二级', 'Grade 2']),
          level(15, ['一级', 'Grade 1'], ['未定级', 'Ungraded']),
        ],
        20,
      ),
    },
    {
      key: 'beds',
      field: ['床位数', 'Beds'],
      weight: 15,
      bands: bandsAt([200, 500, 1000, 2000], [15, 40, 65, 85, 100]),
    },
    words(
      'kind',
      'name',
      12,
      [
        level(100, ['附属', 'University'], ['医科大学', 'Medical college']),
        level(85, ['人民医院', 'General'], ['中心医院', 'Central'], ['总医院', 'Main']),
        level(75, ['肿瘤', 'Cancer'], ['心血管', 'Heart'], ['骨科', 'Orthopaedic'], ['胸科', 'Chest']),
        level(60, ['中医', 'TCM'], ['妇', 'Women'], ['儿', 'Children']),
        level(45, ['口腔', 'Dental'], ['眼科', 'Eye'], ['体检', 'Check-up']),
        level(10, ['门诊', 'Clinic'], ['诊所', 'Practice'], ['卫生院', 'Health station']),
      ],
      50,
    ),
    words('ownership', 'ownership', 8, [
      level(100, ['公立', 'Public'], ['国有', 'State']),
      level(60, ['混合', 'Mixed'], ['合资', 'Joint']),
      level(50, ['民营', 'Private']),
    ]),
    region(10),
    {
      key: 'county',
      field: 'city',
      weight: 8,
      group: PLACE,
      levels: [level(40, ['县', 'County'], ['区', 'District'])],
      otherwise: 90,
    },
    {
      key: 'purchasing',
      field: ['年设备预算', 'Equipment budget'],
      weight: 15,
      bands: bandsAt([5_000_000, 20_000_000, 50_000_000], [20, 50, 80, 100]),
    },
    tier(10),
    budget(15, [500_000, 2_000_000, 8_000_000]),
    title(
      12,
      [
        ['院长', 'President'],
        ['副院长', 'Vice president'],
        ['书记', 'Secretary'],
      ],
      [
        ['主任', 'Head of'],
        ['科长', 'Deputy head'],
        ['总会计师', 'Chief accountant'],
        ['技师长', 'Chief technician'],
      ],
    ),
    source(6),
  ],
  caps: [{ group: PLACE, weight: 15 }],
};

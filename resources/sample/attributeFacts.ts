import type { LocalText } from '#shared/domain/processes/processTemplate.ts';

/** The seven regions that sales teams divide the country into, with how many customers are there. */
export const sampleRegions: readonly { readonly name: LocalText; readonly weight: number }[] = [
  { name: ['华东', 'East China'], weight: 34 },
  { name: ['华南', 'South China'], weight: 20 },
  { name: ['华北', 'North China'], weight: 17 },
  { name: ['华中', 'Central China'], weight: 11 },
  { name: ['西南', 'Southwest China'], weight: 9 },
  { name: ['西北', 'Northwest China'], weight: 5 },
  { name: ['东北', 'Northeast China'], weight: 4 },
];

/** A field of the team's own: a number about as large as the organisation, or one of some words. */
export type SampleField =
  | { readonly name: LocalText; readonly low: number; readonly high: number; readonly unit: number }
  | { readonly name: LocalText; readonly words: readonly LocalText[] };

/** What teams note about customers of each trade beside the usual fields; asked by the rule sets that come with the program. */
export const sampleFields: Readonly<Record<string, readonly SampleField[]>> = {
  medical: [
    { name: ['床位数', 'Beds'], low: 120, high: 2600, unit: 10 },
    { name: ['年设备预算', 'Equipment budget'], low: 3_000_000, high: 90_000_000, unit: 500_000 },
  ],
  saas: [
    { name: ['预计席位', 'Expected seats'], low: 40, high: 2500, unit: 10 },
    {
      name: ['现有系统', 'Present system'],
      words: [
        ['表格', 'Spreadsheets'],
        ['自研', 'In-house'],
        ['本地部署', 'On premises'],
        ['竞品', 'Rival product'],
      ],
    },
  ],
  industrial: [
    { name: ['产线数', 'Production lines'], low: 1, high: 28, unit: 1 },
    {
      name: ['技改计划', 'Investment plan'],
      words: [
        ['已立项', 'Approved'],
        ['申报中', 'Applied for'],
        ['规划中', 'Planned'],
        ['无计划', 'No plan'],
      ],
    },
  ],
  engineering: [
    { name: ['年开工面积', 'Floor area per year'], low: 30_000, high: 1_600_000, unit: 10_000 },
    {
      name: ['立项状态', 'Approval'],
      words: [
        ['已立项', 'Approved'],
        ['可研', 'Feasibility study'],
        ['申报中', 'Applied for'],
        ['设想', 'Idea'],
      ],
    },
  ],
  hardware: [
    { name: ['年出货量', 'Units per year'], low: 5_000, high: 1_800_000, unit: 1_000 },
    {
      name: ['研发阶段', 'Development stage'],
      words: [
        ['量产', 'Production'],
        ['样机', 'Prototype'],
        ['概念', 'Concept'],
      ],
    },
  ],
  consumer: [
    { name: ['门店数', 'Shops'], low: 6, high: 1800, unit: 1 },
    {
      name: ['冷链', 'Cold chain'],
      words: [
        ['自有', 'Own'],
        ['第三方', 'Third party'],
        ['没有', 'Missing'],
      ],
    },
  ],
};

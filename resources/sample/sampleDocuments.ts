import type { LocalText } from '#shared/domain/processes/processTemplate.ts';
import type { DocumentKind } from '#shared/contract/documentShapes.ts';

/** A small file of the demo; `place` says whether it lies with the told deal or with its account. */
export interface SampleDocument {
  readonly name: LocalText;
  readonly kind: DocumentKind;
  readonly place: 'deal' | 'account';
  /** Days before today. */
  readonly daysAgo: number;
  readonly text: LocalText;
}

/** Name of the told deal that has files. */
export const documentedDeal: LocalText = ['3.0T 磁共振采购', '3.0T MRI purchase'];

/** What lies with it: texts, so that they are shown inside the program. */
export const sampleDocuments: readonly SampleDocument[] = [
  {
    name: ['行业分析报告（磁共振）.md', 'Industry analysis (MRI).md'],
    kind: 'analysis',
    place: 'deal',
    daysAgo: 12,
    text: [
      `# 三级医院磁共振更新：院长关心的三件事

1. 检查等候：日均 60 例以上时，3.0T 的等候多在一周以上，压缩扫描时间比加机器先见效。
2. 科研与学科：功能成像和定量序列决定申报课题时能不能用自己的数据。
3. 全周期费用：十年里保修与冷头的支出常接近机价的一半，应写进评标办法。

建议的问法：新机到位后，哪一类检查的等候必须先降下来？由谁来量？
`,
      `# Replacing MRI at large hospitals: three things a president asks about

1. Waiting: above 60 scans a day the queue for 3.0T is mostly longer than a week; shorter scans help before more machines do.
2. Research: functional and quantitative sequences decide whether own data can be used in grant applications.
3. Whole-life cost: over ten years service and cold heads often come near half of the price; the tender should count them.

A question to ask: once it stands, which queue has to fall first, and who measures it?
`,
    ],
  },
  {
    name: ['参数比对表.csv', 'Specification comparison.csv'],
    kind: 'tender',
    place: 'deal',
    daysAgo: 6,
    text: [
      '项目,我方,竞品 A,客户关注\n孔径（cm）,70,60,放疗定位能用\n梯度场强（mT/m）,45,45,持平\n零液氦消耗,是,否,院区没有氦气回收\n随机序列数,126,98,神经科看重定量\n整机保修（年）,5,3,写入评标办法\n',
      'Item,Ours,Rival A,What the customer cares about\nBore (cm),70,60,Usable for radiotherapy\nGradient (mT/m),45,45,Equal\nHelium free,yes,no,No recovery on site\nSequences,126,98,Neurology wants quantitative ones\nWarranty (years),5,3,To be counted in the tender\n',
    ],
  },
  {
    name: ['在用影像设备清单.csv', 'Imaging equipment in use.csv'],
    kind: 'other',
    place: 'account',
    daysAgo: 40,
    text: [
      '设备,场强或排数,装机年份,日均检查\n磁共振,1.5T,2012,58\n磁共振,3.0T,2017,63\nCT,64 排,2014,120\nCT,256 排,2020,150\n',
      'Device,Field or rows,Installed,Scans a day\nMRI,1.5T,2012,58\nMRI,3.0T,2017,63\nCT,64,2014,120\nCT,256,2020,150\n',
    ],
  },
];

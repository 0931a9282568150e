import type { ToolkitTemplate } from '#shared/domain/processes/processTemplate.ts';

type Stage = 'verify' | 'select' | 'sample' | 'pilot' | 'negotiate';

/** What helps in the stages of selling devices and modules; by key of the stage. */
export const smartHardwareTools: Readonly<Record<Stage, readonly ToolkitTemplate[]>> = {
  verify: [
    {
      kind: 'script',
      title: ['问出真实用量', 'The real volume'],
      body: [
        '“去年同类产品出了多少台，今年的排产是多少？”\n“第一批下多少，第二批看什么条件？”\n“现在用的是哪家，为什么要换？”\n“整机哪天必须上市，往回推，哪天要定型？”',
        '“How many did the last product sell, what is planned this year?”\n“How large is the first lot, and what decides the second?”\n“Whose part is it today, and why change?”\n“On which day must it launch, so by when is it frozen?”',
      ],
    },
  ],
  select: [
    {
      kind: 'checklist',
      title: ['进选型清单要素', 'Getting on the short list'],
      body: [
        '□ 功耗：待机、典型、峰值，附测试条件\n□ 尺寸与接口，提供封装文件\n□ 认证：现有的与需要补的，各多久\n□ 交期与安全库存\n□ 替代料与停产通知期\n先答研发最怕的那一项。',
        '□ Power: standby, typical, peak, with conditions\n□ Size and interfaces, with the footprint files\n□ Certificates: had and missing, and how long each takes\n□ Lead time and safety stock\n□ Second source and notice before end of life\nAnswer first what R&D fears most.',
      ],
    },
    {
      kind: 'template',
      title: ['选型建议书', 'Selection proposal'],
      body: [
        '应用与关键指标：____\n推荐型号与理由：____\n与现用料的差异（性能、成本、改板量）：____\n评估计划：板卡____套，____天，判定标准____\n量产支持：驻场____天，备货____',
        'Use and key figures: ____\nRecommended part and why: ____\nDifferences from today: performance, cost, redesign: ____\nEvaluation: ____ kits, ____ days, decided by ____\nSupport for volume: ____ days on site, stock ____',
      ],
    },
  ],
  sample: [
    {
      kind: 'checklist',
      title: ['问题闭环单', 'Closing issues'],
      body: [
        '□ 现象、复现步骤、出现概率\n□ 责任方：模组、整机、固件\n□ 临时措施与日期\n□ 根因与永久措施\n□ 客户研发签字关闭',
        '□ What happens, how to repeat it, how often\n□ Whose: module, device, firmware\n□ Temporary measure and date\n□ Root cause and final measure\n□ Closed with R&D’s signature',
      ],
    },
  ],
  pilot: [
    {
      kind: 'checklist',
      title: ['小批上线盯五样', 'Five things in the pilot run'],
      body: [
        '□ 直通率与不良分布\n□ 产测工装节拍\n□ 来料批次追溯\n□ 产线工人的三条意见\n□ 供应链对交期的书面评价',
        '□ First-pass yield and kinds of defects\n□ Takt of the test fixture\n□ Tracing of lots\n□ Three remarks of the operators\n□ Written view of supply on lead time',
      ],
    },
  ],
  negotiate: [
    {
      kind: 'script',
      title: ['年框谈判', 'The annual agreement'],
      body: [
        '“按阶梯报价：三万、五万、十万各一个价，达到哪一档，次季结算返还。”\n“交期缩短需要你们给十二周滚动预测，其中前四周锁定。”\n“账期可以到六十天，请走授信，额度按上季用量。”',
        '“A price at thirty, fifty and a hundred thousand; the step reached is paid back in the next quarter.”\n“Shorter lead time needs a rolling forecast of twelve weeks, the first four fixed.”\n“Sixty days are possible with a credit line by last quarter’s volume.”',
      ],
    },
  ],
};

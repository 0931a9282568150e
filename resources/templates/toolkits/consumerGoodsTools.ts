import type { ToolkitTemplate } from '#shared/domain/processes/processTemplate.ts';

/** What helps in the stages of selling to chains and caterers; by key of the stage. */
export const consumerGoodsTools: Readonly<
  Record<'verify' | 'proposal' | 'trial' | 'contract', readonly ToolkitTemplate[]>
> = {
  verify: [
    {
      kind: 'checklist',
      title: ['走店看四样', 'Four things in the store'],
      body: [
        '□ 陈列面：几个面、第几层、旁边是谁\n□ 价签：日常价、促销价、有没有缺签\n□ 临期：最老一批的日期\n□ 动销：问店员一句“这个一天走几件”\n三家店以上再下结论，拍照留时间。',
        '□ Facings: how many, which shelf, next to whom\n□ Price tags: regular, promotion, missing ones\n□ Dates: the oldest lot\n□ Sell-through: ask the staff how many a day\nThree stores before any verdict; keep photos with their time.',
      ],
    },
    {
      kind: 'script',
      title: ['约品类经理', 'Getting the category manager'],
      body: [
        '“我走了您三家店，货架第三层有个空档，一周大概少卖____。”\n“给我十五分钟，带两张照片和一个方案，不合适您当面否掉。”\n“您这个品类什么时候定下一轮换品？”',
        '“I was in three of your stores. A gap on the third shelf costs about ____ a week.”\n“Fifteen minutes, two photos and one idea; say no on the spot if it does not fit.”\n“When is the next range change in your category?”',
      ],
    },
  ],
  proposal: [
    {
      kind: 'template',
      title: ['选品提案一页', 'Range proposal on one page'],
      body: [
        '门店客群与价格带：____\n建议引进____款，替换____款，理由：____\n毛利：进价____，零售____，毛利率____%，对比现有____%\n陈列：几个面、堆头____周\n我方投入：样品、导购、促销____\n试销指标：周动销____件，____周后看',
        'Shoppers and price band: ____\nBring in ____, take out ____, because ____\nMargin: cost ____, retail ____, ____% against ____% now\nDisplay: facings, end cap for ____ weeks\nOur part: samples, staff, promotion ____\nTrial target: ____ a week, seen after ____ weeks',
      ],
    },
  ],
  trial: [
    {
      kind: 'checklist',
      title: ['试销每周三件事', 'Three things a week'],
      body: [
        '□ 拿到 POS 数据，按店按天\n□ 缺货店当天补，记下断了几天\n□ 最差的三家店去一趟，写明原因\n动销不到目标七成，第二周就要调整，不等结束。',
        '□ Get the till data by store and day\n□ Refill the same day, note how long it was out\n□ Visit the three worst stores and write down why\nBelow seventy percent of the target, change something in the second week.',
      ],
    },
  ],
  contract: [
    {
      kind: 'script',
      title: ['谈进场费与返利', 'Listing fee and rebate'],
      body: [
        '“进场费可以谈，换固定陈列位和不少于半年的在架承诺。”\n“返利按达成走：八成给一档，十成给二档，季度结。”\n“账期四十五天可以，断供责任请写双向：我们缺货赔，超期付款也赔。”',
        '“A listing fee is possible for a fixed place and half a year on the shelf.”\n“Rebate by result: one step at eighty percent, two at a hundred, settled by quarter.”\n“Forty-five days are fine if penalties go both ways: for missing goods and for late payment.”',
      ],
    },
  ],
};

import type { ToolkitTemplate } from '#shared/domain/processes/processTemplate.ts';

type Stage = 'verify' | 'technical' | 'trial' | 'negotiate' | 'sign';

/** What helps in the stages of selling machines to plants; by key of the stage. */
export const industrialEquipmentTools: Readonly<Record<Stage, readonly ToolkitTemplate[]>> = {
  verify: [
    {
      kind: 'checklist',
      title: ['工况采集表', 'Site data sheet'],
      body: [
        '□ 工件材质、尺寸、来料状态\n□ 目标节拍、良率、班次\n□ 缺陷类型与样件（好件、坏件各三件）\n□ 上下游接口与通信协议\n□ 供电、供气、地面、吊装通道\n□ 安全围栏与环境（粉尘、油雾、温度）',
        '□ Material, size and state of the workpiece\n□ Takt, yield and shifts wanted\n□ Defects, with three good and three bad samples\n□ Interfaces and protocols up and down the line\n□ Power, air, floor, way in for lifting\n□ Guarding and environment: dust, oil, temperature',
      ],
    },
    {
      kind: 'script',
      title: ['核实技改预算', 'Checking the upgrade budget'],
      body: [
        '“这个项目在今年技改计划的第几项？”\n“投资回收期公司要求几年以内？”\n“超过多少要报集团，报一次大概多久？”\n“老线停一天损失多少，有没有人算过？”',
        '“Which number is this in the year’s upgrade plan?”\n“Which payback does the company ask for?”\n“Above which sum does the group decide, and how long does that take?”\n“What does a day of standstill cost, and has anybody worked it out?”',
      ],
    },
  ],
  technical: [
    {
      kind: 'checklist',
      title: ['三个部门一张指标表', 'One sheet for three departments'],
      body: [
        '□ 工艺：节拍、精度、换型时间\n□ 设备：可用率、备件、维护时间\n□ 质量：漏检率、误检率、追溯\n□ 每项写明怎么测、测多久、谁签字\n□ 三方意见不一致的项单独列出，指定谁拍板',
        '□ Process: takt, precision, change-over\n□ Equipment: availability, spare parts, maintenance\n□ Quality: missed and false rejects, tracing\n□ For each: how measured, how long, who signs\n□ Where they disagree: listed apart, with who decides',
      ],
    },
    {
      kind: 'script',
      title: ['友商报价更低时', 'When the rival is cheaper'],
      body: [
        '“价格差在哪里，我们按同一张配置表对一遍。”\n“请把节拍、良率、换型时间写进技术协议的验收条款，谁能签字承诺，谁的价格才是价格。”\n“停机一天的损失乘以故障率的差，一年是____，请设备部核一下。”',
        '“Let us go through the same configuration line by line.”\n“Put takt, yield and change-over into the acceptance clause. Only a price somebody signs for is a price.”\n“A day of standstill times the difference in failures is ____ a year; please let equipment check it.”',
      ],
    },
  ],
  trial: [
    {
      kind: 'template',
      title: ['投资回报测算表', 'Return calculation'],
      body: [
        '节省人工：____人 × ____元/年\n良率提升：____% × 年产量____ × 单件成本____\n停机减少：____小时/年 × ____元/小时\n年收益合计：____；设备投入：____\n静态回收期：____年（公司要求____年）\n口径由客户财务____确认，日期____',
        'Labour: ____ people × ____ a year\nYield: ____% × yearly output ____ × unit cost ____\nStandstill: ____ hours a year × ____\nSum: ____; investment: ____\nPayback: ____ years (company asks ____)\nTerms checked by finance: ____, on ____',
      ],
    },
    {
      kind: 'checklist',
      title: ['试样不返工', 'Samples right the first time'],
      body: [
        '□ 送样数量够统计，不少于____件\n□ 检具与客户用的是同一套\n□ 客户工艺人员全程在场\n□ 原始数据与报告一起交，不只给结论\n□ 不合格项写明原因与整改日期',
        '□ Enough samples for statistics, at least ____\n□ The same gauges that the customer uses\n□ The customer’s process engineer is present\n□ Raw data with the report, not the verdict alone\n□ Every failure with its cause and date of correction',
      ],
    },
  ],
  negotiate: [
    {
      kind: 'checklist',
      title: ['付款与验收对照', 'Payment against acceptance'],
      body: [
        '□ 预付款到账才排产，写明到账日\n□ 预验收在我厂，终验收在现场，各自标准\n□ 终验收最长期限，逾期视为合格\n□ 质保起算日\n□ 延期交付责任有上限',
        '□ Production starts when the advance arrives, with its date\n□ Pre-acceptance at our plant, final on site, each with its criteria\n□ Latest date of final acceptance, then it counts as accepted\n□ Start of the warranty\n□ Liability for delay is capped',
      ],
    },
  ],
  sign: [
    {
      kind: 'checklist',
      title: ['项目交底', 'Hand-over of the project'],
      body: [
        '□ 技术协议与合同附件版本一致\n□ 销售的口头承诺逐条写出\n□ 客户关键人名单与各自关心的事\n□ 风险三条与应对\n□ 第一个月的联系节奏',
        '□ Technical agreement and annex are the same version\n□ Every spoken promise is written down\n□ Key people and what each cares about\n□ Three risks with their answers\n□ Rhythm of contact in the first month',
      ],
    },
  ],
};

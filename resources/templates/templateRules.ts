import type { LocalText, RuleTemplate } from '#shared/domain/processes/processTemplate.ts';

/*
 * Rules that come with the templates. Times and sums are those of the trade: a hospital is silent longer than a software
 * buyer, and what is a large deal differs by a factor of ten. Rules that wait for time raise risks and remind; they make no
 * tasks, so that an existing workspace is not flooded when a template is added.
 */

/** One million yuan in minor units. */
const MILLION = 100_000_000;

/** The exchange with the customer's experts that every new deal needs soon. */
const exchange = (name: LocalText, title: LocalText, dueDays: number, minutes: LocalText): RuleTemplate => ({
  name,
  trigger: { kind: 'dealCreated' },
  actions: [{ kind: 'createTask', title, taskKind: 'meeting', dueDays, deliverable: minutes }],
});

const silent = (days: number): RuleTemplate => ({
  name: [`${days}天没有客户接触`, `No contact for ${days} days`],
  trigger: { kind: 'noContact', days },
  actions: [
    { kind: 'raiseRisk', text: [`${days}天没有拜访、电话或会议`, `No visit, call or meeting for ${days} days`] },
    {
      kind: 'remind',
      who: 'owner',
      text: ['客户多日没有音讯，约一次见面或电话', 'The customer has been silent: arrange a visit or a call'],
    },
  ],
});

const large = (millions: number, text: LocalText): RuleTemplate => ({
  name: [`金额达到${millions * 100}万元`, `Amount reaches ¥${millions}M`],
  trigger: { kind: 'amountReached', minor: millions * MILLION, currency: 'CNY' },
  actions: [{ kind: 'notifyManager', text }],
});

const overdue = (days: number): RuleTemplate => ({
  name: ['阶段超时', 'Too long in stage'],
  trigger: { kind: 'stageOverdue', days },
  actions: [
    {
      kind: 'raiseRisk',
      text: [`在本阶段超过允许天数${days}个工作日`, `${days} business days over what the stage allows`],
    },
  ],
});

const closing = (daysBefore: number, text: LocalText): RuleTemplate => ({
  name: ['预计成交临近而未进入赢单区', 'Close date near, not in the winning zone'],
  trigger: { kind: 'dateNear', field: 'expectedClose', daysBefore },
  conditions: [{ kind: 'c139Zone', op: 'isNot', zone: 'win' }],
  actions: [
    { kind: 'notifyManager', text },
    {
      kind: 'remind',
      who: 'owner',
      text: [
        '预计成交日快到了：核对决策人态度与合同进度',
        'Close date is near: check the decision maker and the contract',
      ],
    },
  ],
});

/** Somebody who must be on the map is not. */
const missing = (
  role: 'approver' | 'decider' | 'user' | 'gatekeeper' | 'purchasing' | 'coach',
  afterDays: number,
  name: LocalText,
  text: LocalText,
): RuleTemplate => ({
  name,
  trigger: { kind: 'roleMissing', role, afterDays },
  conditions: [{ kind: 'stageClass', op: 'isNot', stageClass: 'verify' }],
  actions: [{ kind: 'raiseRisk', text }],
});

export const generalRules: readonly RuleTemplate[] = [
  exchange(
    ['创建后7个工作日内技术交流', 'Technical exchange within 7 business days'],
    ['技术交流', 'Technical exchange'],
    7,
    ['交流纪要', 'Minutes'],
  ),
  missing(
    'decider',
    10,
    ['决策人缺位', 'No decision maker known'],
    ['进入阶段十个工作日，决策人还没有上图', 'Ten business days in stage and no decision maker on the map'],
  ),
  silent(14),
  closing(14, [
    '两周内预计成交，C139 还没有进入赢单区',
    'Expected to close within two weeks and not in the winning zone',
  ]),
  large(5, ['金额达到500万元，请确认高层支持与资源', 'The amount reached ¥5M: please confirm backing and resources']),
  overdue(5),
];

export const medicalRules: readonly RuleTemplate[] = [
  exchange(
    ['创建后7个工作日内技术交流', 'Technical exchange within 7 business days'],
    ['与使用科室技术交流', 'Technical exchange with the using department'],
    7,
    ['交流纪要', 'Minutes'],
  ),
  {
    name: ['进入参数论证先备好行业分析报告', 'Industry report before the evaluation'],
    trigger: { kind: 'stageEntered', stageKey: 'specification' },
    actions: [
      {
        kind: 'createTask',
        title: ['拜访分管院长，带行业分析报告', 'Call on the vice president with the industry report'],
        taskKind: 'visit',
        ownerRole: 'manager',
        dueDays: 10,
        deliverable: ['行业分析报告', 'Industry analysis report'],
        required: true,
      },
    ],
  },
  missing(
    'decider',
    15,
    ['院领导缺位', 'No hospital leader known'],
    [
      '进入阶段十五个工作日，分管院长或院长还没有上图',
      'Fifteen business days in stage and no hospital leader on the map',
    ],
  ),
  {
    name: ['临近成交仍未进入招标', 'Close date near, not yet in tender'],
    trigger: { kind: 'dateNear', field: 'expectedClose', daysBefore: 30 },
    conditions: [{ kind: 'stageClass', op: 'isNot', stageClass: 'negotiate' }],
    actions: [
      {
        kind: 'raiseRisk',
        text: ['一个月内预计成交，还没有进入招标', 'Expected to close within a month, not in tender yet'],
      },
    ],
  },
  silent(21),
  large(3, [
    '金额达到300万元，请安排院级拜访',
    'The amount reached ¥3M: please plan a visit to the hospital’s leaders',
  ]),
  overdue(10),
];

export const saasRules: readonly RuleTemplate[] = [
  exchange(
    ['创建后5个工作日内产品演示', 'Demo within 5 business days'],
    ['按客户场景做技术交流与演示', 'Technical exchange and demo of the customer’s case'],
    5,
    ['演示反馈', 'Feedback on the demo'],
  ),
  missing(
    'coach',
    10,
    ['没有内部支持者', 'No coach inside'],
    ['进入阶段十个工作日，还没有内部教练', 'Ten business days in stage without a coach inside'],
  ),
  {
    name: ['试点期间定期接触', 'Stay close during the pilot'],
    trigger: { kind: 'noContact', days: 7 },
    conditions: [{ kind: 'stage', op: 'is', stageKey: 'pilot' }],
    actions: [
      {
        kind: 'remind',
        who: 'owner',
        text: [
          '试点一周没有跟进，看一眼使用数据再联系',
          'A week without contact in the pilot: look at the usage and call',
        ],
      },
    ],
  },
  silent(14),
  closing(10, [
    '十天内预计成交，C139 还没有进入赢单区',
    'Expected to close within ten days and not in the winning zone',
  ]),
  large(1, ['年度合同额达到100万元，请确认折扣权限', 'The amount reached ¥1M: please settle the discount']),
  overdue(3),
];

export const industrialRules: readonly RuleTemplate[] = [
  exchange(
    ['创建后7个工作日内技术交流', 'Technical exchange within 7 business days'],
    ['现场工况调研与技术交流', 'Site survey and technical exchange'],
    7,
    ['工况调研表', 'Site survey'],
  ),
  missing(
    'user',
    10,
    ['使用部门缺位', 'No user known'],
    [
      '进入阶段十个工作日，生产或设备部门还没有人上图',
      'Ten business days in stage and nobody of production on the map',
    ],
  ),
  missing(
    'decider',
    20,
    ['决策人缺位', 'No decision maker known'],
    ['进入阶段二十个工作日，决策人还没有上图', 'Twenty business days in stage and no decision maker on the map'],
  ),
  silent(14),
  closing(21, [
    '三周内预计成交，C139 还没有进入赢单区',
    'Expected to close within three weeks and not in the winning zone',
  ]),
  large(5, ['金额达到500万元，请确认交期与付款条件', 'The amount reached ¥5M: please settle delivery and payment']),
  overdue(5),
];

export const engineeringRules: readonly RuleTemplate[] = [
  exchange(
    ['创建后7个工作日内技术交流', 'Technical exchange within 7 business days'],
    ['与业主技术交流', 'Technical exchange with the owner'],
    7,
    ['交流纪要', 'Minutes'],
  ),
  missing(
    'approver',
    20,
    ['审批人缺位', 'No approver known'],
    ['进入阶段二十个工作日，业主审批人还没有上图', 'Twenty business days in stage and no approver on the map'],
  ),
  {
    name: ['进入投标由经理内审', 'Internal review at tender'],
    trigger: { kind: 'stageEntered', stageKey: 'tender' },
    actions: [
      {
        kind: 'createTask',
        title: ['投标前内审会', 'Internal review before the bid'],
        taskKind: 'meeting',
        ownerRole: 'manager',
        dueDays: 5,
        deliverable: ['内审记录', 'Review record'],
      },
    ],
  },
  silent(21),
  closing(30, [
    '一个月内预计成交，C139 还没有进入赢单区',
    'Expected to close within a month and not in the winning zone',
  ]),
  large(10, ['设计费达到1000万元，请安排院级对接', 'The fee reached ¥10M: please bring in the leadership']),
  overdue(10),
];

export const hardwareRules: readonly RuleTemplate[] = [
  exchange(
    ['创建后5个工作日内技术交流', 'Technical exchange within 5 business days'],
    ['选型技术交流', 'Technical exchange on the design'],
    5,
    ['选型清单', 'Selection list'],
  ),
  missing(
    'gatekeeper',
    10,
    ['研发把关人缺位', 'No engineer known'],
    ['进入阶段十个工作日，研发把关人还没有上图', 'Ten business days in stage and no deciding engineer on the map'],
  ),
  {
    name: ['送样后跟测试', 'Follow the sample test'],
    trigger: { kind: 'stageEntered', stageKey: 'sample' },
    actions: [
      {
        kind: 'createTask',
        title: ['跟进样品测试结果', 'Follow up the sample test'],
        taskKind: 'call',
        dueDays: 5,
        deliverable: ['测试报告', 'Test report'],
      },
    ],
  },
  silent(10),
  closing(14, [
    '两周内预计成交，C139 还没有进入赢单区',
    'Expected to close within two weeks and not in the winning zone',
  ]),
  large(2, ['金额达到200万元，请确认产能与账期', 'The amount reached ¥2M: please settle capacity and terms']),
  overdue(5),
];

export const consumerRules: readonly RuleTemplate[] = [
  exchange(
    ['创建后5个工作日内品类交流', 'Category meeting within 5 business days'],
    ['与采购做品类与技术交流', 'Category and technical exchange with the buyer'],
    5,
    ['品类数据', 'Category data'],
  ),
  missing(
    'purchasing',
    5,
    ['采购负责人缺位', 'No buyer known'],
    ['进入阶段五个工作日，采购负责人还没有上图', 'Five business days in stage and no buyer on the map'],
  ),
  silent(7),
  closing(7, ['一周内预计成交，C139 还没有进入赢单区', 'Expected to close within a week and not in the winning zone']),
  large(1, ['年度合作额达到100万元，请确认费用比例', 'The yearly volume reached ¥1M: please settle the terms']),
  overdue(3),
];

import type { OutcomeReason } from '#shared/contract/primitives.ts';
import type { LocalText } from '#shared/domain/processes/processTemplate.ts';

/*
 * What sellers write down. {W} = who was met, {T} = a topic of the industry, {O} = what is sold, {R} = a rival.
 * By class of stage, so that a note fits the moment of the deal. The first subject of every list is neutral, so that it also
 * suits somebody who is not on our side.
 */

export type ActivityKind = 'visit' | 'call' | 'wechat' | 'email' | 'meeting' | 'demo';

/** Kinds in the order of `kindWeights`. */
export const activityKinds: readonly ActivityKind[] = ['visit', 'call', 'wechat', 'email', 'meeting', 'demo'];
/** How often each kind happens, by class of stage. */
export const kindWeights = {
  verify: [30, 34, 22, 10, 4, 0],
  engage: [30, 18, 18, 8, 14, 12],
  propose: [30, 18, 20, 10, 18, 4],
  negotiate: [26, 24, 22, 14, 14, 0],
} as const;

/** Usual length in minutes: low and high. */
export const kindMinutes: Record<ActivityKind, readonly [number, number] | null> = {
  visit: [30, 90],
  call: [4, 25],
  wechat: null,
  email: null,
  meeting: [45, 150],
  demo: [40, 120],
};

export const subjects: Record<
  'verify' | 'engage' | 'propose' | 'negotiate',
  Record<ActivityKind, readonly LocalText[]>
> = {
  verify: {
    visit: [
      ['拜访{W}，了解{T}', 'Visited {W} about {T}'],
      ['首次见到{W}，谈{O}的由来', 'First meeting with {W} on why {O}'],
      ['现场看了在用设备，{W}陪同', 'Saw the present set-up with {W}'],
    ],
    call: [
      ['电话{W}：确认预算来源', 'Call with {W}: source of budget'],
      ['电话{W}，问清立项时间', 'Call with {W}: when it is approved'],
      ['{W}来电咨询{O}', '{W} called about {O}'],
    ],
    wechat: [
      ['{W}微信：发来需求要点', '{W} sent the main needs'],
      ['微信约{W}见面', 'Asked {W} for a meeting'],
      ['{W}问起同类案例', '{W} asked for similar cases'],
    ],
    email: [
      ['发送公司资料与案例给{W}', 'Sent profile and cases to {W}'],
      ['{W}回信：下月排进计划', '{W} wrote: planned for next month'],
    ],
    meeting: [['与{W}开需求碰头会', 'Need meeting with {W}']],
    demo: [['向{W}简要演示', 'Short demo for {W}']],
  },
  engage: {
    visit: [
      ['拜访{W}，谈{T}', 'Visited {W} on {T}'],
      ['{W}带着看现场，讨论{T}', 'On site with {W}, talked about {T}'],
      ['陪{W}参观样板客户', 'Reference visit with {W}'],
    ],
    call: [
      ['{W}电话：追问{T}', '{W} called about {T}'],
      ['电话{W}，约技术交流时间', 'Called {W} to fix the technical exchange'],
    ],
    wechat: [
      ['{W}微信：{R}也来交流过', '{W}: {R} was here too'],
      ['微信给{W}发对比资料', 'Sent {W} a comparison'],
      ['{W}转来内部意见', '{W} passed on internal views'],
    ],
    email: [
      ['发送技术方案给{W}', 'Sent the concept to {W}'],
      ['回复{W}关于{T}的问题', 'Answered {W} on {T}'],
    ],
    meeting: [
      ['技术交流会，{W}主持', 'Technical exchange led by {W}'],
      ['与{W}过{T}', 'Went through {T} with {W}'],
    ],
    demo: [
      ['{O}演示，{W}参加', 'Demo of {O} with {W}'],
      ['给{W}做场景演示', 'Scenario demo for {W}'],
    ],
  },
  propose: {
    visit: [
      ['拜访{W}，核对{T}', 'Visited {W} to check {T}'],
      ['拜访{W}，听取对方案的意见', 'Visited {W} for views on the proposal'],
    ],
    call: [
      ['{W}电话：论证会改期', '{W} called: evaluation postponed'],
      ['{W}电话：倾向三家同时入围', '{W} called: prefers three on the list'],
      ['电话{W}，问评审分工', 'Called {W} about who evaluates'],
    ],
    wechat: [
      ['{W}微信：要一页纸的价值说明', '{W} asked for a one-page value statement'],
      ['{W}提醒{R}报了低价', '{W} warned that {R} bid low'],
    ],
    email: [
      ['提交方案书给{W}', 'Sent the proposal to {W}'],
      ['给{W}补充测算表', 'Sent {W} the calculation'],
    ],
    meeting: [
      ['论证会预演，{W}参加', 'Rehearsal of the evaluation with {W}'],
      ['评审会讨论{T}', 'Evaluation discussed {T}'],
      ['方案评审会，{W}发言支持', 'Evaluation; {W} spoke for us'],
    ],
    demo: [['针对{T}再演示一次', 'Second demo on {T}']],
  },
  negotiate: {
    visit: [
      ['拜访{W}，谈付款方式', 'Visited {W} on payment'],
      ['与{W}当面谈{T}', 'Talked {T} over with {W}'],
    ],
    call: [
      ['{W}电话：希望再让两个点', '{W} asked for two more points'],
      ['电话{W}，跟进审批进度', 'Called {W} on the approval'],
    ],
    wechat: [
      ['{W}微信：合同在法务', '{W}: contract is with legal'],
      ['{W}要盖章版报价', '{W} wants the sealed quotation'],
    ],
    email: [
      ['发出正式报价', 'Sent the quotation'],
      ['回复{W}合同修改意见', 'Answered {W} on contract changes'],
    ],
    meeting: [
      ['商务谈判第二轮，{W}主谈', 'Second round with {W}'],
      ['与{W}确认交付计划', 'Agreed the delivery plan with {W}'],
    ],
    demo: [['交付前确认演示', 'Confirmation demo']],
  },
};

export const notes: Record<'verify' | 'engage' | 'propose' | 'negotiate', readonly LocalText[]> = {
  verify: [
    [
      '需求属实，{W}说今年一定要动。资金走哪一块还要再问。',
      'The need is real; {W} says it must happen this year. Funding still open.',
    ],
    ['目前用的是老设备，{T}是主要抱怨。', 'Old equipment; {T} is the main complaint.'],
    ['{W}只管使用，采购不归他，答应介绍分管领导。', '{W} only uses it; will introduce the person in charge.'],
    ['还在摸底阶段，{W}在同时看两三家。', 'Early days; {W} looks at two or three makers.'],
    ['预算没有明确，{W}让我们先报个大概。', 'No clear budget; {W} asks for a rough price.'],
    ['时间表：先立项，再交流，计划季度末定。', 'Plan: approval, exchange, decision by end of quarter.'],
  ],
  engage: [
    ['{W}对{T}比较认可，担心的是售后响应。', '{W} likes {T}; worried about service.'],
    ['现场提了七个问题，五个当场答完，{T}回去补资料。', 'Seven questions, five answered; material on {T} to follow.'],
    ['{R}上周来过，报价低一成，{W}没有表态。', '{R} was here last week, ten percent lower; {W} took no side.'],
    [
      '{W}愿意在内部帮我们说话，但要一份能给领导看的材料。',
      '{W} will speak for us inside but needs a paper for the leaders.',
    ],
    [
      '参会六人，真正拍板的没来。下次要请到分管领导。',
      'Six people, the one who decides was missing. Get the leader next time.',
    ],
    ['技术上没有障碍，流程要走两个月。', 'No technical obstacle; the process takes two months.'],
    ['{W}关注投入产出，不关心参数。', '{W} cares about return, not parameters.'],
  ],
  propose: [
    ['{W}认为我们在{T}上最完整，其他两家要补材料。', '{W} sees us strongest on {T}; the others must add papers.'],
    ['评分办法还没定，技术分占六成的可能性大。', 'Scoring still open; sixty percent technical is likely.'],
    ['{W}态度从支持变成观望，原因待查。', '{W} moved from support to waiting; find out why.'],
    ['要求补充三年运行费用对比，周五前给。', 'Asked for a three-year cost comparison by Friday.'],
    ['{R}做了上层工作，需要我们的经理出面。', '{R} worked the top floor; our manager should step in.'],
    ['论证纪要还没出来，{W}答应出来就发。', 'Minutes are not out; {W} will send them.'],
  ],
  negotiate: [
    ['价格谈到只差一个点，用预付比例换。', 'One point apart; trade it for advance payment.'],
    ['付款三三三一，质保金一年，{W}同意上报。', 'Payment 30/30/30/10, one-year retention; {W} takes it up.'],
    ['法务改了违约条款，已转我方法务。', 'Legal changed the penalty clause; passed to ours.'],
    ['{W}说领导出差，签字要等下周。', '{W}: the signatory travels, next week.'],
    ['{R}临时加了免费维保，我们不跟，强调驻场。', '{R} added free service; we stay with people on site.'],
  ],
};

/** Next steps that sellers plan by hand, by class of stage. */
export const nextSteps: Record<
  'verify' | 'engage' | 'propose' | 'negotiate',
  readonly { title: LocalText; kind: 'visit' | 'call' | 'meeting' | 'document' | 'demo' | 'task' }[]
> = {
  verify: [
    { title: ['约{W}做需求访谈', 'Arrange a need interview with {W}'], kind: 'visit' },
    { title: ['电话确认预算来源', 'Call about the source of budget'], kind: 'call' },
    { title: ['查立项批复', 'Look up the approval'], kind: 'task' },
  ],
  engage: [
    { title: ['给{W}讲清{T}', 'Explain {T} to {W}'], kind: 'meeting' },
    { title: ['安排样板参观', 'Arrange a reference visit'], kind: 'visit' },
    { title: ['补齐决策链', 'Complete the decision chain'], kind: 'task' },
    { title: ['寄送对比资料', 'Send the comparison'], kind: 'document' },
  ],
  propose: [
    { title: ['当面核实{W}的采购标准', 'Check {W}’s criteria face to face'], kind: 'visit' },
    { title: ['提交三年费用对比', 'Submit the three-year comparison'], kind: 'document' },
    { title: ['评审会前与{W}通气', 'Talk to {W} before the evaluation'], kind: 'call' },
  ],
  negotiate: [
    { title: ['付款方式复函', 'Reply on payment terms'], kind: 'document' },
    { title: ['商务条款再谈一轮', 'Another round on terms'], kind: 'meeting' },
    { title: ['跟进合同用印', 'Follow up the seal'], kind: 'call' },
  ],
};

/** Where deals come from, how often, and how much better or worse they turn out (in log-odds of every step). */
export const sampleSources: readonly { name: LocalText; weight: number; effect: number }[] = [
  { name: ['老客户转介绍', 'Referral'], weight: 22, effect: 0.55 },
  { name: ['老客户复购', 'Repeat customer'], weight: 16, effect: 0.7 },
  { name: ['行业展会', 'Trade fair'], weight: 18, effect: -0.1 },
  { name: ['招标信息', 'Tender notice'], weight: 16, effect: -0.6 },
  { name: ['官网咨询', 'Website'], weight: 12, effect: -0.25 },
  { name: ['渠道伙伴', 'Channel partner'], weight: 10, effect: 0.15 },
  { name: ['陌生拜访', 'Cold call'], weight: 6, effect: -0.7 },
];

/** Why deals end as they end; codes are those of the contract. */
export const wonReasons: readonly { code: OutcomeReason; note: LocalText }[] = [
  {
    code: 'relationship',
    note: ['科室与领导意见一致，流程走得顺。', 'Users and leaders agreed; the process ran smoothly.'],
  },
  { code: 'product', note: ['关键指标只有我们达到。', 'Only we reached the key figure.'] },
  { code: 'price', note: ['总拥有成本最低。', 'Lowest total cost of ownership.'] },
];
export const lostReasons: readonly { code: OutcomeReason; early: boolean; note: LocalText }[] = [
  { code: 'noDecision', early: true, note: ['立项没有下文，客户不再推进。', 'The project was never approved.'] },
  { code: 'budgetCut', early: true, note: ['预算被砍，转到明年。', 'Budget cut, moved to next year.'] },
  { code: 'projectCancelled', early: true, note: ['项目取消。', 'Project cancelled.'] },
  { code: 'timing', early: true, note: ['时间不成熟，一年内不会动。', 'Not within a year.'] },
  { code: 'competitor', early: false, note: ['对手提前做了高层工作。', 'The rival had worked the top floor.'] },
  { code: 'price', early: false, note: ['对手低价中标。', 'The rival won on price.'] },
  { code: 'relationship', early: false, note: ['决策人一直没有见到。', 'We never met the decision maker.'] },
  { code: 'product', early: false, note: ['关键参数不满足。', 'A key parameter was not met.'] },
];

export const skipReasons: readonly LocalText[] = [
  ['客户已完成内部论证，直接进入下一步', 'The customer had done this step inside'],
  ['复购项目，沿用上次结论', 'Repeat order, earlier result stands'],
];
export const backReasons: readonly LocalText[] = [
  ['客户更换负责人，重新论证', 'New person in charge, evaluated anew'],
  ['预算调整，范围重谈', 'Budget changed, scope reopened'],
  ['上次判断过早，补做交流', 'Moved too early, exchange repeated'],
];
export const overrideReasons: readonly LocalText[] = [
  ['客户口头确认，纪要下周补', 'Confirmed by word, minutes next week'],
  ['材料在走流程，先推进', 'Papers are on their way'],
];

/** Proof that sellers attach to criteria. */
export const proofNotes: readonly LocalText[] = [
  ['{W}签字件', 'Signed by {W}'],
  ['会议纪要，{W}确认', 'Minutes confirmed by {W}'],
  ['{W}邮件原文', 'Mail from {W}'],
  ['微信截图，{W}', 'Screenshot, {W}'],
  ['现场拜访时当面确认，{W}', 'Confirmed face to face, {W}'],
];

/** Why a judgement of C139 was made. */
export const judgementNotes: readonly LocalText[] = [
  ['依据{W}的说法', 'According to {W}'],
  ['会上当面听到', 'Heard in the meeting'],
  ['纪要为证', 'Minutes show it'],
  ['两人说法一致', 'Two people say the same'],
  ['推断，待核实', 'Inferred, to be checked'],
];

/** Facts about organisations: kind, label, how the value is made ({N} number, {P} place). */
export const factTemplates: readonly {
  kind: string;
  label: LocalText;
  value: LocalText;
  source: LocalText;
  money: boolean;
}[] = [
  {
    kind: 'registry',
    label: ['工商登记', 'Registry'],
    value: ['存续，近一年无变更', 'Active, no change in a year'],
    source: ['企业信用公示', 'Company register'],
    money: false,
  },
  {
    kind: 'tender',
    label: ['采购意向公开', 'Procurement notice'],
    value: ['年度采购计划含本类项目', 'Yearly plan names this kind of project'],
    source: ['采购网', 'Tender portal'],
    money: true,
  },
  {
    kind: 'award',
    label: ['历史中标', 'Past award'],
    value: ['上一期由{R}中标', 'Last time {R} won'],
    source: ['采购网', 'Tender portal'],
    money: true,
  },
  {
    kind: 'financial',
    label: ['经营情况', 'Financials'],
    value: ['收入同比增长，现金流为正', 'Revenue up, cash flow positive'],
    source: ['年报', 'Annual report'],
    money: false,
  },
  {
    kind: 'legal',
    label: ['司法风险', 'Legal risk'],
    value: ['买卖合同纠纷一起，已结案', 'One contract dispute, closed'],
    source: ['裁判文书', 'Court records'],
    money: false,
  },
  {
    kind: 'receivable',
    label: ['应收账款', 'Receivable'],
    value: ['上一合同尾款未付', 'Final payment of the last contract is open'],
    source: ['财务系统', 'Accounting'],
    money: true,
  },
  {
    kind: 'news',
    label: ['动态', 'News'],
    value: ['新院区（厂区）开工', 'Ground broken for a new site'],
    source: ['官网', 'Website'],
    money: false,
  },
];

/** What leads do before anybody talks to them. */
export const behaviourKinds: readonly {
  kind: string;
  detail: LocalText;
  seconds: readonly [number, number] | null;
  weight: number;
}[] = [
  { kind: 'siteVisit', detail: ['浏览产品页', 'Product page'], seconds: [20, 900], weight: 46 },
  { kind: 'download', detail: ['下载白皮书', 'White paper'], seconds: null, weight: 18 },
  { kind: 'event', detail: ['参加线上研讨会', 'Online seminar'], seconds: [1200, 5400], weight: 12 },
  { kind: 'form', detail: ['提交咨询表单', 'Contact form'], seconds: null, weight: 10 },
  { kind: 'reply', detail: ['回复邮件', 'Mail reply'], seconds: null, weight: 14 },
];

/** Why a lead was given up. */
export const leadReasons: readonly LocalText[] = [
  ['无预算', 'No budget'],
  ['学生或同行咨询', 'Student or competitor'],
  ['联系不上', 'Cannot be reached'],
  ['区域不在范围', 'Outside our region'],
];
export const leadNeeds: readonly LocalText[] = [
  ['想了解{O}的价格与交期', 'Price and lead time of {O}'],
  ['明年扩建要用{O}', '{O} for next year’s extension'],
  ['现有供应商服务不好，想换', 'Unhappy with present supplier'],
];

/** Names of things in the sample that no record carries. */
export const sampleWords = {
  teams: [
    ['华东大客户组', 'Key Accounts East'],
    ['华北大客户组', 'Key Accounts North'],
    ['行业拓展组', 'Industry Development'],
    ['渠道与集采组', 'Channel and Bulk'],
  ] as readonly LocalText[],
  views: {
    mine: ['我的进行中', 'My open deals'] as LocalText,
    overdue: ['停留超时', 'Overstayed'] as LocalText,
    quarter: ['本季成交', 'Closing this quarter'] as LocalText,
    big: ['五百万以上', 'Above five million'] as LocalText,
    noNext: ['没有下一步', 'No next step'] as LocalText,
  },
  vacant: ['论证专家组组长', 'Chair of the evaluation'] as LocalText,
} as const;

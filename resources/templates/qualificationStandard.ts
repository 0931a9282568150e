import type { QualificationLevel, QualificationTopic } from '#shared/contract/qualification.contract.ts';
import type { LocalText } from '#shared/domain/processes/processTemplate.ts';

/** A question of the shipped set, with what a seller who proved it would write (for the sample workspace). */
export interface QuestionTemplate {
  readonly level: QualificationLevel;
  readonly topic: QualificationTopic;
  readonly decisive: boolean;
  readonly text: LocalText;
  readonly hint: LocalText;
  readonly proof: LocalText;
  readonly doubt: LocalText;
}

/**
 * 商机三级甄别 as shipped: C is the demand real, B can it be bought and do we know how, A is it ours to win. After the usual
 * budget–authority–need–timing check, with competition and fit added; wording is this project's own. A team changes it.
 */
export const qualificationStandard: readonly QuestionTemplate[] = [
  {
    level: 'C',
    topic: 'need',
    decisive: true,
    text: ['客户有明确的问题要解决，而且有人为它着急？', 'Is there a real problem that somebody wants gone?'],
    hint: [
      '写原话：谁说的，问题不解决会怎样。只想“了解一下”不算。',
      'Quote it: who said so, and what happens if nothing is done. “Just looking” does not count.',
    ],
    proof: ['{W}：现有设备停机影响生产，今年必须解决', '{W}: outages hurt operations, it must be solved this year'],
    doubt: ['只是例行收集资料，没有人着急', 'A routine survey, nobody is in a hurry'],
  },
  {
    level: 'C',
    topic: 'timing',
    decisive: false,
    text: ['客户说得出想在什么时候用上，为什么是这个时间？', 'Can they say when they want to use it, and why then?'],
    hint: [
      '找到决定时间的事件：开业、评审、预算年度、合同到期。',
      'Find the event behind the date: an opening, an audit, a budget year, an expiring contract.',
    ],
    proof: ['{W}确认年内要投用，与评审时间一致', '{W} confirmed use within the year, tied to the audit'],
    doubt: ['没有时间要求，“看情况”', 'No date, “it depends”'],
  },
  {
    level: 'C',
    topic: 'fit',
    decisive: true,
    text: ['我们能满足客户的硬性要求？', 'Do we meet every hard requirement?'],
    hint: ['逐条对照必备参数、资质和交期。', 'Check the must-have figures, certificates and delivery one by one.'],
    proof: ['必备参数逐条对照，全部满足，{W}已确认', 'All must-haves checked line by line, confirmed by {W}'],
    doubt: ['一项必备资质我们没有', 'We lack one required certificate'],
  },
  {
    level: 'B',
    topic: 'budget',
    decisive: true,
    text: ['钱从哪里来、额度多少、谁批，都问清了？', 'Are source, size and approver of the money known?'],
    hint: [
      '问“列在谁的计划里、走哪个科目、超过多少要上会”。',
      'Ask whose plan it is in, which cost line it takes, and above which sum a committee decides.',
    ],
    proof: [
      '{W}：已列入年度预算，超过限额上会',
      '{W}: it is in the annual budget, a committee decides above the limit',
    ],
    doubt: ['{W}说今年没有预算，也没有申请渠道', '{W} says there is no budget this year and no way to apply'],
  },
  {
    level: 'B',
    topic: 'authority',
    decisive: false,
    text: ['谁拍板、谁有否决权、怎么走流程，都清楚了？', 'Is it clear who decides, who can veto, and how?'],
    hint: ['画出决策链：姓名、职务、影响力，不写部门名。', 'Draw the chain of decision: names, not departments.'],
    proof: ['决策链已和{W}核对，名单齐全', 'The chain of decision was checked with {W}'],
    doubt: ['只知道使用部门，拍板的人还没见过', 'Only the users are known, the decider was never met'],
  },
  {
    level: 'B',
    topic: 'timing',
    decisive: false,
    text: ['采购方式和每个关键节点的日期都有了？', 'Are the way of buying and the date of each step known?'],
    hint: ['招标、竞谈还是直采；挂网、评审、签约各在哪一天。', 'Tender, negotiation or direct; the day of each step.'],
    proof: ['{W}给出采购计划表，节点到周', '{W} gave the purchasing plan, by week'],
    doubt: ['采购方式还没有定', 'The way of buying is not decided'],
  },
  {
    level: 'B',
    topic: 'competition',
    decisive: false,
    text: ['知道在和谁竞争，客户怎么看各家？', 'Do we know the rivals and how the customer sees them?'],
    hint: [
      '写出每一家的主张和支持者，“维持现状”也算一家。',
      'Name each rival’s claim and supporters. Doing nothing is a rival too.',
    ],
    proof: ['两家在谈，{W}说明了各家的长短', 'Two others are in talks, {W} told their strengths'],
    doubt: ['不清楚还有谁在接触', 'We do not know who else is talking to them'],
  },
  {
    level: 'A',
    topic: 'authority',
    decisive: false,
    text: ['拍板的人当面认可了我们的方案？', 'Did the decider approve our solution face to face?'],
    hint: [
      '当面、本人、有下一步承诺。转述不算。',
      'In person, with a promise of the next step. Hearsay does not count.',
    ],
    proof: ['当面汇报，{W}同意按我方方案推进', 'Presented in person, {W} agreed to go on with our solution'],
    doubt: ['还没有当面汇报过', 'Not presented in person yet'],
  },
  {
    level: 'A',
    topic: 'budget',
    decisive: false,
    text: ['预算已经批下来，或资金已经到位？', 'Is the budget approved or the money there?'],
    hint: ['批文号、预算科目或资金到账凭证。', 'Number of the approval, cost line, or proof of funds.'],
    proof: ['{W}出示预算批复', '{W} showed the approved budget'],
    doubt: ['预算在走审批', 'The budget is being approved'],
  },
  {
    level: 'A',
    topic: 'fit',
    decisive: false,
    text: ['客户的评价标准突出我们的强项？', 'Do the customer’s criteria favour our strengths?'],
    hint: ['对照评分表或技术条款，指出是哪几条。', 'Point at the lines of the score sheet or the specification.'],
    proof: [
      '评分表的三项关键指标只有我方全部满足，{W}确认',
      'Only we meet the three key lines of the score sheet, says {W}',
    ],
    doubt: ['标准还偏向另一家', 'The criteria still favour a rival'],
  },
];

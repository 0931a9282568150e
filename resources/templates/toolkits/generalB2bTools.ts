import type { ToolkitTemplate } from '#shared/domain/processes/processTemplate.ts';

/** What helps in the stages of the general B2B process; by key of the stage. */
export const generalB2bTools: Readonly<
  Record<'verify' | 'engage' | 'propose' | 'negotiate', readonly ToolkitTemplate[]>
> = {
  verify: [
    {
      kind: 'script',
      title: ['预算怎么问', 'How to ask about budget'],
      body: [
        '不问“预算多少”，按顺序问四句：\n“这件事今年列在谁的计划里？”\n“走哪个科目，是新增还是年初已批？”\n“超过多少要上会，谁主持这个会？”\n“如果今年办不成，对您的部门有什么影响？”\n答不出第四句，多半还不是真需求。',
        'Do not ask “how much is the budget”. Ask four things in this order:\n“Whose plan is this in for this year?”\n“Which cost line, and is it new money or already approved?”\n“Above which sum does a committee decide, and who chairs it?”\n“What happens to your department if it is not done this year?”\nIf the fourth has no answer, the need is probably not real yet.',
      ],
    },
    {
      kind: 'checklist',
      title: ['真需求五问', 'Five signs of a real need'],
      body: [
        '□ 有一个说得出名字的业务问题，并有数字\n□ 有人为它的结果负责，不只是经办\n□ 有上会或立项的日期\n□ 不做有看得见的代价\n□ 客户为推进它做过一件事（给资料、约人、开内部会）',
        '□ There is a business problem with a name and a number\n□ Somebody answers for the result, not only for the paperwork\n□ There is a date for a committee or an approval\n□ Doing nothing has a visible price\n□ The customer has done one thing for it: sent data, arranged people, met internally',
      ],
    },
  ],
  engage: [
    {
      kind: 'checklist',
      title: ['交流前三问', 'Three questions before the meeting'],
      body: [
        '□ 谁来，各自最关心哪一件事\n□ 会后希望每个人做哪一件事\n□ 我方谁讲、讲几分钟、谁专门记录反对意见\n会后 24 小时内发纪要，写明双方下一步和日期。',
        '□ Who comes, and which one thing does each care about\n□ What should each of them do afterwards\n□ Who of us speaks, for how long, and who only writes down objections\nSend minutes within 24 hours with the next step and date of both sides.',
      ],
    },
    {
      kind: 'script',
      title: ['请经办人引荐决策人', 'Asking for access to the decision maker'],
      body: [
        '“方案能不能成，最后要看某总认不认这笔账。我不想让您一个人替我们解释。”\n“我准备了三页行业对比，只占他二十分钟；您来定哪天合适，我来写会议邀请。”\n“如果他这个月没有时间，您看我们先见谁，对您更有帮助？”',
        '“Whether this works depends on whether your director accepts the figures. I do not want to leave you alone with explaining them.”\n“I have three pages comparing the industry and need twenty minutes. You choose the day, I write the invitation.”\n“If there is no time this month, whom should we meet first so that it helps you?”',
      ],
    },
    {
      kind: 'template',
      title: ['行业分析报告提纲', 'Outline of the industry analysis report'],
      body: [
        '一、客户所在行业今年的三个变化（各附来源）\n二、同类企业怎么应对，投入与结果\n三、客户现状与差距（只用公开资料和对方说过的话）\n四、三种可选路径：不做、分步做、一次做，各自的代价\n五、建议高层拍板的一件事\n全文不超过八页，第一页能单独读懂。',
        '1. Three changes in the customer’s industry this year, each with its source\n2. How comparable companies answered, what they spent and got\n3. Where the customer stands, from public data and their own words only\n4. Three ways: do nothing, step by step, all at once, and what each costs\n5. The one thing an executive should decide\nEight pages at most; the first page must make sense alone.',
      ],
    },
  ],
  propose: [
    {
      kind: 'template',
      title: ['差异化价值说明（一页）', 'Statement of our different value, one page'],
      body: [
        '客户要的结果：____（用客户原话）\n评价标准前三条：____\n我们与友商在这三条上的差别：____，证据：____\n由此多得或少花：____元/年，口径经客户____部门确认\n不选我们可能出现的问题：____，如何避免：____',
        'Result the customer wants: ____ (in their own words)\nTheir three most important criteria: ____\nHow we differ from the rival on these: ____, proven by ____\nWorth per year: ____, checked by the customer’s ____ department\nWhat may go wrong without us: ____, and how it is avoided: ____',
      ],
    },
    {
      kind: 'checklist',
      title: ['评审会之前', 'Before the evaluation meeting'],
      body: [
        '□ 每位评委的倾向与理由写在权力地图上\n□ 反对者的顾虑已当面回应过一次\n□ 教练看过汇报材料并提过意见\n□ 报价附件与方案页码对得上\n□ 备好一句话：如果只记住一点，请记住____',
        '□ The leaning and reason of each evaluator are on the power map\n□ Whoever objects was answered face to face once\n□ Our coach has read the slides and commented\n□ Price annex and proposal refer to the same pages\n□ One sentence is ready: if you remember one thing, let it be ____',
      ],
    },
  ],
  negotiate: [
    {
      kind: 'script',
      title: ['被要求“再降五个点”时', 'When asked for another five percent'],
      body: [
        '“我理解采购要有交代。价格可以谈，但要换一样东西：”\n“预付比例提到五成，或者本月内签约，或者把二期数量写进合同，三选一。”\n“选哪一样，我今天就去申请；哪一样都没有，这个价已经是能保证交付的价。”\n说完停住，等对方先开口。',
        '“I see that purchasing needs a result. We can talk about price if something comes back:”\n“Fifty percent in advance, or signature this month, or the second phase in the contract. One of the three.”\n“Tell me which and I ask for it today. Without any, this is the price at which delivery is safe.”\nThen stop talking and wait.',
      ],
    },
    {
      kind: 'checklist',
      title: ['签约前自查', 'Before signing'],
      body: [
        '□ 付款节点与验收标准一一对应\n□ 违约责任双方对等，有上限\n□ 交付范围的“不包含”写清楚\n□ 审批链上每个人知道自己哪天要签\n□ 竞争对手最后一次接触是什么时候，说了什么',
        '□ Every payment milestone has its acceptance criterion\n□ Liability is mutual and capped\n□ What is not included is written down\n□ Everybody in the approval chain knows their date\n□ When did the rival last call, and what did they say',
      ],
    },
  ],
};

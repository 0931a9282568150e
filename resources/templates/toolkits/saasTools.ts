import type { ToolkitTemplate } from '#shared/domain/processes/processTemplate.ts';

/** What helps in the stages of selling subscriptions; by key of the stage. */
export const saasTools: Readonly<Record<'diagnose' | 'demo' | 'pilot' | 'negotiate', readonly ToolkitTemplate[]>> = {
  diagnose: [
    {
      kind: 'script',
      title: ['把痛点问出数字', 'Turn pain into a number'],
      body: [
        '“这件事现在谁在做，每周几个人、多少小时？”\n“出错时谁最先知道，上一次是哪天，后来怎么补的？”\n“去年因此丢了哪一单，或者罚了多少？”\n“这个数字我写成每年____万，您觉得是高了还是低了？”\n对方肯改这个数字，痛点才算成立。',
        '“Who does this today, how many people, how many hours a week?”\n“When it goes wrong, who notices first, when was the last time, how was it mended?”\n“Which order or penalty did it cost last year?”\n“I would write this as ____ a year. Too high or too low?”\nThe pain is real once they correct the figure.',
      ],
    },
    {
      kind: 'checklist',
      title: ['牵头人合格线', 'Is this a sponsor'],
      body: [
        '□ 这个指标记在他的考核里\n□ 能约到业务和信息两个部门一起开会\n□ 愿意给一份真实数据做演示\n□ 告诉过我们一个内部的反对意见',
        '□ The figure is in their own targets\n□ Can get business and IT into one room\n□ Gives real data for a demo\n□ Has told us one internal objection',
      ],
    },
  ],
  demo: [
    {
      kind: 'template',
      title: ['场景演示脚本', 'Script of a scenario demo'],
      body: [
        '0–5 分钟：复述客户的问题和数字，请对方纠正\n5–20 分钟：用客户自己的一个真实场景走完，从录入到结果\n20–25 分钟：出错时怎么办，演示一次\n25–35 分钟：请业务人员自己操作一步\n最后 10 分钟：每人说一条满意、一条担心，当场记录并约定回复日',
        '0–5 min: repeat the problem and its number, let them correct it\n5–20: one real case of theirs from entry to result\n20–25: what happens when something goes wrong, shown once\n25–35: one of them does a step\nLast 10: everybody says one good thing and one worry; note them and name the day of the answer',
      ],
    },
    {
      kind: 'checklist',
      title: ['信息部门会问的六件事', 'Six questions of IT'],
      body: [
        '□ 数据存放地与备份\n□ 账号与单点登录\n□ 权限与操作日志\n□ 接口与限流\n□ 等保、ISO 等证书编号\n□ 停止合作时数据怎么拿走',
        '□ Where data and backups lie\n□ Accounts and single sign-on\n□ Permissions and audit log\n□ Interfaces and limits\n□ Certificates with their numbers\n□ How data leaves when the contract ends',
      ],
    },
  ],
  pilot: [
    {
      kind: 'checklist',
      title: ['试点不拖的四条', 'Four rules against endless pilots'],
      body: [
        '□ 有截止日，写在双方的日历里\n□ 有一个指标和达标线，双方签字\n□ 有牵头人，每周看一次数据\n□ 有转正条件：达标后几天内签约、谁批',
        '□ An end date in both calendars\n□ One figure with its threshold, signed by both\n□ A sponsor who looks at the data every week\n□ A condition for going live: within how many days, approved by whom',
      ],
    },
    {
      kind: 'template',
      title: ['试点总结一页纸', 'One page of results'],
      body: [
        '目标与达标线：____ / 实际：____\n使用人数与活跃率：____\n省下的时间或钱：____（口径：____）\n使用者原话两句：____\n没有做到的一条与改进日期：____\n建议的正式范围、席位与上线日期：____',
        'Target and threshold: ____ / reached: ____\nUsers and active share: ____\nTime or money saved: ____ (counted as ____)\nTwo sentences of users: ____\nWhat was not reached and by when it will be: ____\nProposed scope, seats and start: ____',
      ],
    },
  ],
  negotiate: [
    {
      kind: 'script',
      title: ['按席位砍价时', 'When seats are bargained'],
      body: [
        '“席位可以从八十开始，按季度加，单价跟着总量走。”\n“如果一次签三年，我可以申请第三年不涨价；一年一签，单价不变。”\n“折扣能换的是付款周期、案例授权、签约时间，您看哪一样方便？”',
        '“We can begin with eighty seats and add by quarter; the price follows the volume.”\n“For three years I can ask for no increase in the third; for one year the price stays.”\n“A discount can be had for payment in advance, a reference or a date. Which is easiest?”',
      ],
    },
    {
      kind: 'checklist',
      title: ['法务最常改的条款', 'Clauses that legal changes most'],
      body: [
        '□ 数据归属：终止后几天内交还、几天内删除\n□ 服务可用率怎么算，赔偿上限是几个月费用\n□ 自动续约提前几天通知，涨幅上限\n□ 保密期限与例外\n□ 争议管辖地，双方都能接受的那一个',
        '□ Data: returned and deleted within how many days after the end\n□ How availability is counted, liability capped at how many months\n□ Notice before automatic renewal, cap of the increase\n□ Term of confidentiality and its exceptions\n□ A place of jurisdiction that both accept',
      ],
    },
  ],
};

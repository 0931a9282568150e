import type { ToolkitTemplate } from '#shared/domain/processes/processTemplate.ts';

type Stage = 'verify' | 'early' | 'concept' | 'tender' | 'sign';

/** What helps in the stages of winning design commissions; by key of the stage. */
export const engineeringDesignTools: Readonly<Record<Stage, readonly ToolkitTemplate[]>> = {
  verify: [
    {
      kind: 'checklist',
      title: ['项目真假六查', 'Six checks of a project'],
      body: [
        '□ 立项批复或内部决议的文号\n□ 用地性质与规划条件\n□ 资金来源与首年计划\n□ 设计范围：方案、初设、施工图各归谁\n□ 招标方式与大致时间\n□ 业主以往项目用过哪几家，为什么',
        '□ Number of the approval or decision\n□ Use of the land and planning conditions\n□ Source of funds and plan of the first year\n□ Scope: concept, preliminary, construction drawings\n□ Way and rough date of the tender\n□ Whom the owner used before, and why',
      ],
    },
    {
      kind: 'script',
      title: ['问清谁在推动', 'Who drives it'],
      body: [
        '“这个项目最早是谁提出来的？”\n“筹建组平时向谁汇报，多久一次？”\n“规划、造价、使用方，哪一方的意见最难统一？”\n“如果只能先定一件事，领导最想先定什么？”',
        '“Who first proposed it?”\n“To whom does the project team report, how often?”\n“Planning, cost or users: whose opinion is hardest to join?”\n“If only one thing could be settled first, what would it be?”',
      ],
    },
  ],
  early: [
    {
      kind: 'script',
      title: ['谈设计费之前', 'Before talking about fees'],
      body: [
        '“设计费占建安费的三个点，限额设计省的是建安费的八到十个点。”\n“我们先用一周做一版限额对比，您看看省在哪里，再谈设计费。”\n“如果省不出来，这一版不收费。”',
        '“The fee is three percent of construction; design to cost saves eight to ten.”\n“Give us a week for a comparison, look where it saves, then we talk about the fee.”\n“If it saves nothing, this one is free.”',
      ],
    },
    {
      kind: 'template',
      title: ['任务书建议稿目录', 'Contents of a design brief'],
      body: [
        '一、项目定位与使用人群\n二、规模与面积分配表\n三、投资限额与单方造价目标\n四、设计深度与成果清单\n五、工期节点\n六、评审办法建议（技术分、业绩分、报价分）',
        '1. Purpose and users\n2. Size and areas\n3. Cost limit and target per square metre\n4. Depth and list of deliverables\n5. Milestones\n6. Proposed scoring: technique, references, price',
      ],
    },
  ],
  concept: [
    {
      kind: 'checklist',
      title: ['方案汇报前', 'Before presenting the concept'],
      body: [
        '□ 三个方案，差别在业主关心的点上，不在造型\n□ 每个方案的估算与限额对照\n□ 规划部门的口头意见已取得\n□ 评审专家的偏好写在地图上\n□ 汇报人讲十五分钟，留十五分钟听',
        '□ Three concepts that differ where the owner cares, not in shape\n□ Estimate of each against the limit\n□ The planning office’s informal view is known\n□ Leanings of the jury are on the map\n□ Fifteen minutes to speak, fifteen to listen',
      ],
    },
  ],
  tender: [
    {
      kind: 'checklist',
      title: ['述标三分钟', 'The first three minutes'],
      body: [
        '第一分钟：业主最怕什么（工期、超概、报批），用他们的话说\n第二分钟：我们在哪个同类项目上避免过，结果如何\n第三分钟：这个项目谁负责，站起来让评委看见',
        'First: what the owner fears most, in their words: time, cost, permits\nSecond: on which similar project we prevented it and what came of it\nThird: who answers for this one; let them stand up',
      ],
    },
    {
      kind: 'checklist',
      title: ['投标自查', 'Check of the bid'],
      body: [
        '□ 资质、人员社保、业绩证明逐项对应评分表\n□ 项目负责人无在建冲突\n□ 报价在限价内，费率与总价一致\n□ 暗标格式无识别信息\n□ 递交前一天备好第二套',
        '□ Licence, staff and references item by item against the scoring\n□ The lead has no conflicting project\n□ Price within the limit, rates and total agree\n□ Nothing identifies us in the anonymous part\n□ A second set is ready the day before',
      ],
    },
  ],
  sign: [
    {
      kind: 'checklist',
      title: ['合同五个坑', 'Five traps in the contract'],
      body: [
        '□ 修改次数与重大修改怎么计费\n□ 付款与报批节点脱钩还是挂钩\n□ 项目停缓建的结算办法\n□ 设计总包与分包责任\n□ 成果版权与使用范围',
        '□ Number of changes and the price of large ones\n□ Payment tied to permits or not\n□ Settlement when the project stops\n□ Responsibility for subcontracted design\n□ Copyright and use of the work',
      ],
    },
  ],
};

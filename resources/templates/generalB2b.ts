import type { ProcessTemplate } from '#shared/domain/processes/processTemplate.ts';
import { closedStages } from './closedStages.ts';
import { generalB2bTools } from './toolkits/generalB2bTools.ts';
import { generalRules } from './templateRules.ts';

/** 通用 B2B 大客户流程 验证 → 交流 → 谈判 → 成交, the way the 60/40/30 benchmark counts. */
export const generalB2b: ProcessTemplate = {
  key: 'generalB2b',
  name: ['通用大客户销售', 'General B2B'],
  description: [
    '适合多数项目型销售：验证、交流、谈判、成交。',
    'Fits most project sales: verify, engage, negotiate, win.',
  ],
  stages: [
    {
      key: 'verify',
      name: ['需求验证', 'Verify need'],
      description: ['确认需求真实、有预算来源、有时间表。', 'The need is real, money has a source, time is known.'],
      stageClass: 'verify',
      winRateMille: 100,
      allowedDays: 15,
      criteria: [
        {
          kind: 'evidence',
          text: ['客户确认的需求要点（邮件、会议纪要或微信原话）', 'Need confirmed by the customer in writing'],
        },
        { kind: 'evidence', text: ['预算来源与审批人已问清', 'Source of budget and its approver are known'] },
        {
          kind: 'fieldFilled',
          params: { field: 'expectedClose' },
          text: ['填写预计成交日期', 'Expected close is filled in'],
        },
        { kind: 'qualification', params: { level: 'B' }, text: ['商机分级不低于 B', 'Qualified at level B or better'] },
        {
          kind: 'activityWithin',
          params: { activities: ['visit', 'meeting', 'call'], days: 14 },
          text: ['两周内与客户面谈或通过电话', 'Met or called within two weeks'],
        },
      ],
      tasks: [
        { title: ['首次需求访谈', 'First need interview'], kind: 'visit', dueDays: 3 },
        { title: ['核实预算与立项情况', 'Check budget and project approval'], kind: 'call', dueDays: 7 },
        {
          title: ['完成商机三级甄别', 'Complete the three-level qualification'],
          kind: 'document',
          dueDays: 10,
          deliverable: ['甄别表', 'Qualification sheet'],
        },
      ],
      toolkit: generalB2bTools.verify,
    },
    {
      key: 'engage',
      name: ['方案交流', 'Engage'],
      description: [
        '与使用、技术、决策三方交流方案，形成我方主张的标准。',
        'Users, engineers and deciders discuss our solution.',
      ],
      stageClass: 'engage',
      winRateMille: 250,
      allowedDays: 30,
      criteria: [
        {
          kind: 'evidence',
          text: ['技术或业务部门书面认可方案', 'The technical or business side approved the solution in writing'],
        },
        {
          kind: 'roleCovered',
          params: { role: 'decider', coverage: 'brief' },
          text: ['决策人至少有一次当面接触', 'The decision maker was met at least once'],
        },
        { kind: 'activityWithin', params: { days: 21 }, text: ['三周内有有效接触', 'Real contact within three weeks'] },
        { kind: 'evidence', text: ['竞争对手与客户评价标准已列明', 'Rivals and the customer’s criteria are listed'] },
        {
          kind: 'deliverable',
          params: { stageTask: 0 },
          text: ['技术交流纪要已附', 'Minutes of the technical exchange attached'],
        },
        { kind: 'taskDone', params: { stageTask: 1 }, text: ['决策链权力地图已画出', 'The power map is drawn'] },
      ],
      tasks: [
        {
          title: ['技术交流会', 'Technical exchange'],
          kind: 'meeting',
          role: 'presales',
          dueDays: 7,
          deliverable: ['交流纪要', 'Minutes'],
        },
        { title: ['绘制决策链权力地图', 'Draw the power map'], kind: 'task', dueDays: 10 },
        {
          title: ['高层互访', 'Executive visit'],
          kind: 'visit',
          role: 'manager',
          dueDays: 20,
          deliverable: ['行业分析报告', 'Industry analysis report'],
          deliverableRequired: true,
        },
      ],
      toolkit: generalB2bTools.engage,
    },
    {
      key: 'propose',
      name: ['方案论证', 'Propose'],
      description: [
        '正式方案与报价进入客户评审，标准与我方优势一致。',
        'Solution and price are in the customer’s evaluation, on criteria that suit us.',
      ],
      stageClass: 'propose',
      winRateMille: 450,
      allowedDays: 25,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['客户评审会结论或书面意见', 'Result of the customer’s evaluation in writing'] },
        { kind: 'evidence', text: ['决策流程、参与人和时间点已确认', 'Decision path, people and dates confirmed'] },
        { kind: 'deliverable', params: { stageTask: 0 }, text: ['方案书已提交', 'The proposal was submitted'] },
        {
          kind: 'roleCovered',
          params: { role: 'approver', coverage: 'brief' },
          text: ['审批人已接触', 'Whoever approves was met'],
        },
      ],
      tasks: [
        {
          title: ['提交方案书', 'Submit the proposal'],
          kind: 'document',
          role: 'presales',
          dueDays: 7,
          deliverable: ['方案书', 'Proposal'],
        },
        {
          title: ['差异化价值说明', 'Statement of our different value'],
          kind: 'document',
          dueDays: 10,
          deliverable: ['价值说明', 'Value statement'],
        },
      ],
      toolkit: generalB2bTools.propose,
    },
    {
      key: 'negotiate',
      name: ['商务谈判', 'Negotiate'],
      description: [
        '价格、付款、交付与违约条款谈定，直至合同盖章。',
        'Price, payment, delivery and penalties are settled, up to the sealed contract.',
      ],
      stageClass: 'negotiate',
      winRateMille: 700,
      allowedDays: 30,
      requiresC139: true,
      criteria: [
        { kind: 'c139', params: { minClears: 6 }, text: ['C139 清项不少于 6C', 'C139 shows at least 6C'] },
        {
          kind: 'evidence',
          text: ['付款条件与验收标准书面一致', 'Payment terms and acceptance criteria agreed in writing'],
        },
        {
          kind: 'fieldFilled',
          params: { field: 'amountMinor' },
          text: ['填写成交金额', 'The amount is filled in'],
          blocks: true,
        },
        { kind: 'evidence', text: ['盖章合同扫描件', 'Scan of the sealed contract'] },
        {
          kind: 'signOff',
          params: { role: 'manager' },
          text: ['让步底线已由销售经理确认', 'The manager agreed to the limit of concessions'],
        },
      ],
      tasks: [
        {
          title: ['提交正式报价', 'Submit the quotation'],
          kind: 'document',
          dueDays: 5,
          deliverable: ['报价单', 'Quotation'],
        },
        { title: ['让步底线内部评审', 'Internal review of concessions'], kind: 'meeting', role: 'manager', dueDays: 7 },
        { title: ['跟进合同用印', 'Follow up the sealing of the contract'], kind: 'call', dueDays: 20 },
      ],
      toolkit: generalB2bTools.negotiate,
    },
    ...closedStages,
  ],
  rules: generalRules,
};

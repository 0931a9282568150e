import type { ProcessTemplate } from '#shared/domain/processes/processTemplate.ts';
import { closedStages } from './closedStages.ts';
import { saasTools } from './toolkits/saasTools.ts';
import { saasRules } from './templateRules.ts';

/** SaaS: subscription software for companies, from pain to pilot, security review and signature. */
export const saas: ProcessTemplate = {
  key: 'saas',
  name: ['SaaS 软件', 'SaaS'],
  description: [
    '企业订阅软件：需求诊断、场景演示、试点验证、商务谈判。',
    'Subscriptions: diagnose, demo, pilot, negotiate.',
  ],
  stages: [
    {
      key: 'diagnose',
      name: ['需求诊断', 'Diagnose'],
      description: ['找到业务指标上的痛点和愿意牵头的人。', 'A pain in a business figure and somebody who will lead.'],
      stageClass: 'verify',
      winRateMille: 100,
      allowedDays: 10,
      criteria: [
        {
          kind: 'evidence',
          text: ['痛点已量化（人天、差错率或损失额）', 'The pain has a number: hours, errors or money'],
        },
        { kind: 'evidence', text: ['业务牵头人已明确', 'The business sponsor is named'] },
        { kind: 'fieldFilled', params: { field: 'source' }, text: ['填写商机来源', 'The source is filled in'] },
        { kind: 'qualification', params: { level: 'B' }, text: ['商机分级不低于 B', 'Qualified at level B or better'] },
      ],
      tasks: [
        { title: ['需求诊断电话', 'Diagnosis call'], kind: 'call', dueDays: 2 },
        {
          title: ['梳理现有系统与接口', 'List current systems and interfaces'],
          kind: 'task',
          role: 'presales',
          dueDays: 6,
          deliverable: ['系统清单', 'System list'],
        },
      ],
      toolkit: saasTools.diagnose,
    },
    {
      key: 'demo',
      name: ['场景演示', 'Scenario demo'],
      description: [
        '用客户自己的场景演示，业务与信息部门同场。',
        'A demo on the customer’s own case, business and IT in one room.',
      ],
      stageClass: 'engage',
      winRateMille: 250,
      allowedDays: 20,
      criteria: [
        { kind: 'evidence', text: ['演示后业务部门书面反馈', 'Written feedback of the business side after the demo'] },
        {
          kind: 'roleCovered',
          params: { role: 'gatekeeper', coverage: 'brief' },
          text: ['信息部门负责人已接触', 'The head of IT was met'],
        },
        { kind: 'activityWithin', params: { days: 14 }, text: ['两周内有互动', 'Interaction within two weeks'] },
        {
          kind: 'taskDone',
          params: { stageTask: 1 },
          text: ['信息安全问卷已回复', 'The security questionnaire is answered'],
        },
      ],
      tasks: [
        {
          title: ['场景化演示', 'Scenario demo'],
          kind: 'demo',
          role: 'presales',
          dueDays: 5,
          deliverable: ['演示脚本', 'Demo script'],
        },
        { title: ['信息安全问卷', 'Security questionnaire'], kind: 'document', role: 'presales', dueDays: 10 },
        { title: ['同行客户交流会', 'Call with a reference customer'], kind: 'meeting', dueDays: 15 },
      ],
      toolkit: saasTools.demo,
    },
    {
      key: 'pilot',
      name: ['试点验证', 'Pilot'],
      description: [
        '一个部门真实使用，事先约好成功标准。',
        'One department in real use against criteria agreed beforehand.',
      ],
      stageClass: 'propose',
      winRateMille: 450,
      allowedDays: 30,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['试点成功标准双方签字', 'Success criteria signed by both'] },
        { kind: 'evidence', text: ['试点数据达标报告', 'Report that the pilot met the criteria'] },
        {
          kind: 'roleCovered',
          params: { role: 'decider', coverage: 'brief' },
          text: ['决策人看过试点结果', 'The decision maker has seen the results'],
        },
        {
          kind: 'fieldFilled',
          gate: 'entry',
          params: { field: 'expectedClose' },
          text: ['填写预计成交日期', 'Expected close is filled in'],
        },
        {
          kind: 'deliverable',
          params: { stageTask: 2 },
          text: ['试点总结报告已附', 'The final report of the pilot is attached'],
        },
      ],
      tasks: [
        {
          title: ['试点启动会', 'Pilot kick-off'],
          kind: 'meeting',
          dueDays: 3,
          deliverable: ['成功标准', 'Success criteria'],
        },
        { title: ['试点周报', 'Weekly pilot report'], kind: 'document', role: 'presales', dueDays: 10 },
        {
          title: ['试点总结汇报', 'Present the results'],
          kind: 'meeting',
          dueDays: 25,
          deliverable: ['总结报告', 'Final report'],
          deliverableRequired: true,
        },
      ],
      toolkit: saasTools.pilot,
    },
    {
      key: 'negotiate',
      name: ['商务谈判', 'Negotiate'],
      description: [
        '席位、折扣、付款周期、数据与续约条款。',
        'Seats, discount, billing period, data and renewal terms.',
      ],
      stageClass: 'negotiate',
      winRateMille: 700,
      allowedDays: 20,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['安全与法务评审通过', 'Security and legal review passed'] },
        { kind: 'evidence', text: ['席位数与单价书面一致', 'Seats and price agreed in writing'] },
        {
          kind: 'fieldFilled',
          params: { field: 'amountMinor' },
          text: ['填写年合同额', 'Annual contract value filled in'],
          blocks: true,
        },
        {
          kind: 'c139',
          params: { minClears: 6, minFirsts: 1 },
          text: ['C139 不低于 6C 1F', 'C139 at 6C 1F or better'],
        },
        {
          kind: 'signOff',
          params: { role: 'manager' },
          text: ['折扣已由销售经理批准', 'The manager approved the discount'],
        },
      ],
      tasks: [
        { title: ['确认席位数', 'Confirm the number of seats'], kind: 'call', dueDays: 3 },
        {
          title: ['提交订阅报价', 'Submit the subscription quote'],
          kind: 'document',
          dueDays: 5,
          deliverable: ['报价单', 'Quote'],
        },
        { title: ['合同审批跟进', 'Follow up contract approval'], kind: 'call', dueDays: 14 },
      ],
      toolkit: saasTools.negotiate,
    },
    ...closedStages,
  ],
  rules: saasRules,
};

import type { ProcessTemplate } from '#shared/domain/processes/processTemplate.ts';
import { closedStages } from './closedStages.ts';
import { smartHardwareTools } from './toolkits/smartHardwareTools.ts';
import { hardwareRules } from './templateRules.ts';

/** 智能硬件: devices and modules for campuses, fleets and makers, with samples and a design-in before volume. */
export const smartHardware: ProcessTemplate = {
  key: 'smartHardware',
  name: ['智能硬件', 'Smart hardware'],
  description: [
    '终端与模组：需求确认、方案选型、样机测试、小批验证、商务谈判。',
    'Devices and modules: confirm, select, sample, pilot run, negotiate.',
  ],
  stages: [
    {
      key: 'verify',
      name: ['需求确认', 'Confirm need'],
      description: ['应用场景、年用量与上市时间。', 'Use, yearly volume and launch date.'],
      stageClass: 'verify',
      winRateMille: 100,
      allowedDays: 10,
      criteria: [
        { kind: 'evidence', text: ['年用量与目标价已确认', 'Yearly volume and target price confirmed'] },
        { kind: 'evidence', text: ['整机上市或项目交付时间', 'Launch or delivery date'] },
        {
          kind: 'fieldFilled',
          params: { field: 'expectedClose' },
          text: ['填写预计成交日期', 'Expected close is filled in'],
        },
        { kind: 'qualification', params: { level: 'B' }, text: ['商机分级不低于 B', 'Qualified at level B or better'] },
      ],
      tasks: [
        {
          title: ['需求规格确认', 'Confirm the requirement'],
          kind: 'call',
          dueDays: 3,
          deliverable: ['需求规格', 'Requirement'],
        },
        { title: ['项目可行性评估', 'Feasibility check'], kind: 'task', role: 'presales', dueDays: 7 },
      ],
      toolkit: smartHardwareTools.verify,
    },
    {
      key: 'select',
      name: ['方案选型', 'Select solution'],
      description: ['与研发、产品共同定型号与接口。', 'Model and interfaces chosen with R&D and product.'],
      stageClass: 'engage',
      winRateMille: 250,
      allowedDays: 20,
      criteria: [
        { kind: 'evidence', text: ['研发确认进入选型清单', 'R&D put us on the short list'] },
        {
          kind: 'roleCovered',
          params: { role: 'user', coverage: 'brief' },
          text: ['研发负责人已接触', 'The head of R&D was met'],
        },
        { kind: 'activityWithin', params: { days: 14 }, text: ['两周内有互动', 'Interaction within two weeks'] },
        { kind: 'taskDone', params: { stageTask: 1 }, text: ['评估板已寄出', 'Evaluation kits are sent'] },
      ],
      tasks: [
        {
          title: ['技术对接会', 'Technical meeting'],
          kind: 'meeting',
          role: 'presales',
          dueDays: 5,
          deliverable: ['选型建议', 'Selection proposal'],
        },
        { title: ['寄送评估板', 'Send evaluation kits'], kind: 'task', dueDays: 8 },
      ],
      toolkit: smartHardwareTools.select,
    },
    {
      key: 'sample',
      name: ['样机测试', 'Sample test'],
      description: ['样机交付与测试闭环。', 'Samples delivered and test issues closed.'],
      stageClass: 'propose',
      winRateMille: 400,
      allowedDays: 30,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['样机测试报告合格', 'Sample test passed'] },
        { kind: 'evidence', text: ['遗留问题清单关闭', 'Open issues closed'] },
        { kind: 'deliverable', params: { stageTask: 1 }, text: ['问题清单已附', 'The list of issues is attached'] },
        {
          kind: 'activityWithin',
          params: { activities: ['visit', 'meeting', 'call'], days: 14 },
          text: ['两周内与研发对接过', 'Worked with R&D within two weeks'],
        },
      ],
      tasks: [
        { title: ['样机交付', 'Deliver samples'], kind: 'task', role: 'presales', dueDays: 10 },
        {
          title: ['测试问题闭环会', 'Close test issues'],
          kind: 'meeting',
          role: 'presales',
          dueDays: 20,
          deliverable: ['问题清单', 'Issue list'],
        },
      ],
      toolkit: smartHardwareTools.sample,
    },
    {
      key: 'pilot',
      name: ['小批验证', 'Pilot run'],
      description: ['小批量上线，良率与供应稳定。', 'Small series; yield and supply are steady.'],
      stageClass: 'propose',
      winRateMille: 550,
      allowedDays: 25,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['小批良率达到约定值', 'Yield of the pilot run as agreed'] },
        {
          kind: 'roleCovered',
          params: { role: 'decider', coverage: 'brief' },
          text: ['供应链或产品决策人已接触', 'Decision maker in supply or product was met'],
        },
        {
          kind: 'deliverable',
          params: { stageTask: 1 },
          text: ['供货协议草案已附', 'The draft supply agreement is attached'],
        },
      ],
      tasks: [
        { title: ['小批订单跟产', 'Follow the pilot order'], kind: 'visit', dueDays: 12 },
        {
          title: ['供货协议草案', 'Draft supply agreement'],
          kind: 'document',
          dueDays: 18,
          deliverable: ['供货协议', 'Supply agreement'],
          deliverableRequired: true,
        },
      ],
      toolkit: smartHardwareTools.pilot,
    },
    {
      key: 'negotiate',
      name: ['商务谈判', 'Negotiate'],
      description: ['年框价格、账期与备货。', 'Annual price, payment term and stock.'],
      stageClass: 'negotiate',
      winRateMille: 750,
      allowedDays: 20,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['年度框架价格书面一致', 'Annual price agreed in writing'] },
        { kind: 'evidence', text: ['账期与信用额度审批通过', 'Payment term and credit approved'] },
        {
          kind: 'fieldFilled',
          params: { field: 'amountMinor' },
          text: ['填写年框金额', 'Annual amount filled in'],
          blocks: true,
        },
        { kind: 'c139', params: { minClears: 6 }, text: ['C139 清项不少于 6C', 'C139 shows at least 6C'] },
        {
          kind: 'signOff',
          params: { role: 'manager' },
          text: ['年框价格已由销售经理确认', 'The manager agreed to the annual price'],
        },
      ],
      tasks: [
        { title: ['年框报价', 'Annual quotation'], kind: 'document', dueDays: 5, deliverable: ['报价单', 'Quotation'] },
        { title: ['信用额度申请', 'Credit application'], kind: 'task', role: 'manager', dueDays: 8 },
      ],
      toolkit: smartHardwareTools.negotiate,
    },
    ...closedStages,
  ],
  rules: hardwareRules,
};

import type { ProcessTemplate } from '#shared/domain/processes/processTemplate.ts';
import { closedStages } from './closedStages.ts';
import { industrialEquipmentTools } from './toolkits/industrialEquipmentTools.ts';
import { industrialRules } from './templateRules.ts';

/** 工业设备: machines and test equipment for plants, where engineering decides and purchasing bargains. */
export const industrialEquipment: ProcessTemplate = {
  key: 'industrialEquipment',
  name: ['工业设备', 'Industrial equipment'],
  description: [
    '产线与检测设备：立项验证、技术交流、试样论证、商务谈判、签约。',
    'Lines and test equipment: verify, technical exchange, trial, negotiate, sign.',
  ],
  stages: [
    {
      key: 'verify',
      name: ['立项验证', 'Verify project'],
      description: [
        '技改或扩产项目是否立项、节拍与指标是什么。',
        'Is the upgrade approved, which takt and figures are asked.',
      ],
      stageClass: 'verify',
      winRateMille: 100,
      allowedDays: 15,
      criteria: [
        { kind: 'evidence', text: ['技改立项或年度投资计划', 'Approved upgrade or investment plan'] },
        {
          kind: 'evidence',
          text: ['工件、节拍、精度要求已书面收集', 'Workpiece, takt and precision collected in writing'],
        },
        {
          kind: 'fieldFilled',
          params: { field: 'expectedClose' },
          text: ['填写预计成交日期', 'Expected close is filled in'],
        },
        { kind: 'qualification', params: { level: 'B' }, text: ['商机分级不低于 B', 'Qualified at level B or better'] },
        { kind: 'deliverable', params: { stageTask: 0 }, text: ['工况表已附', 'The site sheet is attached'] },
      ],
      tasks: [
        {
          title: ['现场勘察与工况采集', 'Site survey'],
          kind: 'visit',
          role: 'presales',
          dueDays: 5,
          deliverable: ['工况表', 'Site sheet'],
        },
        { title: ['核实技改预算', 'Check the upgrade budget'], kind: 'call', dueDays: 8 },
      ],
      toolkit: industrialEquipmentTools.verify,
    },
    {
      key: 'technical',
      name: ['技术交流', 'Technical exchange'],
      description: ['与工艺、设备、质量三个部门统一技术指标。', 'Process, equipment and quality agree on figures.'],
      stageClass: 'engage',
      winRateMille: 250,
      allowedDays: 30,
      criteria: [
        {
          kind: 'evidence',
          text: ['技术协议初稿经工艺部确认', 'Draft technical agreement confirmed by process engineering'],
        },
        {
          kind: 'roleCovered',
          params: { role: 'user', coverage: 'multiple' },
          text: ['工艺负责人多次交流', 'The process lead met several times'],
        },
        { kind: 'evidence', text: ['友商方案与短板已知', 'Rival concepts and their weak points known'] },
        {
          kind: 'activityWithin',
          params: { activities: ['visit', 'meeting'], days: 21 },
          text: ['三周内到现场或开过会', 'On site or in a meeting within three weeks'],
        },
      ],
      tasks: [
        {
          title: ['技术交流会', 'Technical exchange'],
          kind: 'meeting',
          role: 'presales',
          dueDays: 7,
          deliverable: ['技术方案', 'Technical concept'],
        },
        { title: ['同类产线参观', 'Visit a similar line'], kind: 'visit', dueDays: 18 },
        { title: ['补全决策链', 'Complete the decision chain'], kind: 'task', dueDays: 20 },
      ],
      toolkit: industrialEquipmentTools.technical,
    },
    {
      key: 'trial',
      name: ['试样论证', 'Trial and evaluation'],
      description: ['客户送样，数据达标，评审会通过。', 'Samples tested, figures reached, review passed.'],
      stageClass: 'propose',
      winRateMille: 450,
      allowedDays: 35,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['试样数据报告（客户签字）', 'Sample report signed by the customer'] },
        { kind: 'evidence', text: ['技术评审会结论', 'Result of the technical review'] },
        {
          kind: 'roleCovered',
          params: { role: 'decider', coverage: 'brief' },
          text: ['分管副总已接触', 'The vice president in charge was met'],
        },
        { kind: 'deliverable', params: { stageTask: 0 }, text: ['试样报告已附', 'The sample report is attached'] },
        {
          kind: 'taskDone',
          params: { stageTask: 2 },
          text: ['投资回报已和客户算过', 'The return was worked out with the customer'],
        },
      ],
      tasks: [
        {
          title: ['客户送样测试', 'Test customer samples'],
          kind: 'task',
          role: 'presales',
          dueDays: 12,
          deliverable: ['试样报告', 'Sample report'],
          deliverableRequired: true,
        },
        { title: ['技术评审会', 'Technical review'], kind: 'meeting', dueDays: 22 },
        {
          title: ['投资回报测算', 'Return calculation'],
          kind: 'document',
          dueDays: 15,
          deliverable: ['ROI 测算表', 'ROI sheet'],
        },
      ],
      toolkit: industrialEquipmentTools.trial,
    },
    {
      key: 'negotiate',
      name: ['商务谈判', 'Negotiate'],
      description: ['价格、付款节点、交期与验收。', 'Price, payment milestones, lead time and acceptance.'],
      stageClass: 'negotiate',
      winRateMille: 650,
      allowedDays: 25,
      requiresC139: true,
      criteria: [
        { kind: 'c139', params: { minClears: 6 }, text: ['C139 清项不少于 6C', 'C139 shows at least 6C'] },
        { kind: 'evidence', text: ['技术协议双方签字', 'Technical agreement signed'] },
        {
          kind: 'fieldFilled',
          params: { field: 'amountMinor' },
          text: ['填写成交金额', 'The amount is filled in'],
          blocks: true,
        },
        {
          kind: 'signOff',
          params: { role: 'manager' },
          text: ['价格与交期已由销售经理确认', 'The manager agreed to price and lead time'],
        },
      ],
      tasks: [
        { title: ['商务条款谈判', 'Negotiate terms'], kind: 'meeting', dueDays: 8 },
        { title: ['交期与产能确认', 'Confirm lead time and capacity'], kind: 'task', role: 'presales', dueDays: 6 },
      ],
      toolkit: industrialEquipmentTools.negotiate,
    },
    {
      key: 'sign',
      name: ['签约', 'Sign'],
      description: ['合同会签与预付款。', 'Countersigning and advance payment.'],
      stageClass: 'negotiate',
      winRateMille: 900,
      allowedDays: 15,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['合同盖章件', 'Sealed contract'], blocks: true },
        { kind: 'evidence', text: ['预付款节点书面确认', 'Advance payment confirmed in writing'] },
        { kind: 'taskDone', params: { stageTask: 0 }, text: ['预付款已跟进', 'The advance payment was followed up'] },
      ],
      tasks: [
        { title: ['预付款跟进', 'Follow up the advance payment'], kind: 'call', dueDays: 8 },
        { title: ['项目启动交底', 'Project hand-over'], kind: 'meeting', dueDays: 12 },
      ],
      toolkit: industrialEquipmentTools.sign,
    },
    ...closedStages,
  ],
  rules: industrialRules,
};

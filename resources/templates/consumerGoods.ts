import type { ProcessTemplate } from '#shared/domain/processes/processTemplate.ts';
import { closedStages } from './closedStages.ts';
import { consumerGoodsTools } from './toolkits/consumerGoodsTools.ts';
import { consumerRules } from './templateRules.ts';

/** 快消: chains, caterers and corporate buyers; short cycles, many deals. */
export const consumerGoods: ProcessTemplate = {
  key: 'consumerGoods',
  name: ['快消', 'Consumer goods'],
  description: [
    '连锁、餐饮与企业集采：意向验证、选品提案、试销、合同谈判。',
    'Chains, catering, corporate buyers: verify, range proposal, trial, contract.',
  ],
  stages: [
    {
      key: 'verify',
      name: ['意向验证', 'Verify interest'],
      description: ['门店数、客群、现有供应商与换品窗口。', 'Stores, shoppers, present supplier and range window.'],
      stageClass: 'verify',
      winRateMille: 150,
      allowedDays: 7,
      criteria: [
        { kind: 'evidence', text: ['门店数与目标价格带已确认', 'Number of stores and price band confirmed'] },
        { kind: 'evidence', text: ['换品或集采时间窗口', 'Window for range change or bulk buying'] },
        {
          kind: 'deliverable',
          params: { stageTask: 0 },
          text: ['门店走访照片已附', 'Photos of the store check are attached'],
        },
        { kind: 'qualification', params: { level: 'B' }, text: ['商机分级不低于 B', 'Qualified at level B or better'] },
      ],
      tasks: [
        { title: ['门店走访', 'Store check'], kind: 'visit', dueDays: 3, deliverable: ['走访照片', 'Photos'] },
        { title: ['约品类经理', 'Meet the category manager'], kind: 'call', dueDays: 5 },
      ],
      toolkit: consumerGoodsTools.verify,
    },
    {
      key: 'proposal',
      name: ['选品提案', 'Range proposal'],
      description: ['按客群给选品组合、毛利与陈列方案。', 'Range, margin and display for their shoppers.'],
      stageClass: 'engage',
      winRateMille: 300,
      allowedDays: 15,
      criteria: [
        { kind: 'evidence', text: ['品类经理认可选品清单', 'The category manager accepted the range'] },
        { kind: 'activityWithin', params: { days: 10 }, text: ['十天内有互动', 'Interaction within ten days'] },
        {
          kind: 'roleCovered',
          params: { role: 'purchasing', coverage: 'brief' },
          text: ['采购负责人已接触', 'The head of purchasing was met'],
        },
        { kind: 'taskDone', params: { stageTask: 1 }, text: ['样品已寄出', 'Samples are sent'] },
      ],
      tasks: [
        { title: ['选品提案会', 'Range meeting'], kind: 'meeting', dueDays: 5, deliverable: ['提案', 'Proposal'] },
        { title: ['寄送样品', 'Send samples'], kind: 'task', dueDays: 3 },
      ],
      toolkit: consumerGoodsTools.proposal,
    },
    {
      key: 'trial',
      name: ['试销', 'Trial sale'],
      description: ['选定门店试销，看动销与复购。', 'Selected stores, sell-through and repeat.'],
      stageClass: 'propose',
      winRateMille: 550,
      allowedDays: 25,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['试销周动销达标', 'Weekly sell-through on target'] },
        {
          kind: 'roleCovered',
          params: { role: 'decider', coverage: 'brief' },
          text: ['采购总监或商品总监已接触', 'Director of buying or range was met'],
        },
        { kind: 'deliverable', params: { stageTask: 1 }, text: ['动销表已附', 'The sell-through sheet is attached'] },
      ],
      tasks: [
        { title: ['试销门店陈列检查', 'Check displays'], kind: 'visit', dueDays: 7 },
        {
          title: ['试销数据复盘', 'Review the trial'],
          kind: 'meeting',
          dueDays: 18,
          deliverable: ['动销表', 'Sell-through sheet'],
          deliverableRequired: true,
        },
      ],
      toolkit: consumerGoodsTools.trial,
    },
    {
      key: 'contract',
      name: ['合同谈判', 'Contract'],
      description: ['进场费、账期、返利与断供责任。', 'Listing fee, payment term, rebate and penalties.'],
      stageClass: 'negotiate',
      winRateMille: 800,
      allowedDays: 12,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['返利与账期书面一致', 'Rebate and payment term agreed in writing'] },
        {
          kind: 'fieldFilled',
          params: { field: 'amountMinor' },
          text: ['填写年度合同额', 'Annual amount filled in'],
          blocks: true,
        },
        { kind: 'evidence', text: ['年度合同盖章件', 'Sealed annual contract'] },
        {
          kind: 'signOff',
          params: { role: 'manager' },
          text: ['返利与账期已由销售经理确认', 'The manager agreed to rebate and payment term'],
        },
      ],
      tasks: [
        { title: ['合同条款确认', 'Settle the terms'], kind: 'call', dueDays: 4 },
        { title: ['首单排产', 'Plan the first order'], kind: 'task', dueDays: 8 },
      ],
      toolkit: consumerGoodsTools.contract,
    },
    ...closedStages,
  ],
  rules: consumerRules,
};

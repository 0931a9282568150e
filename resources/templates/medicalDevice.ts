import type { ProcessTemplate } from '#shared/domain/processes/processTemplate.ts';
import { closedStages } from './closedStages.ts';
import { medicalDeviceTools } from './toolkits/medicalDeviceTools.ts';
import { medicalRules } from './templateRules.ts';

/** 医疗器械: capital equipment sold to hospitals, from department need to tender and signature. */
export const medicalDevice: ProcessTemplate = {
  key: 'medicalDevice',
  name: ['医疗器械', 'Medical devices'],
  description: [
    '医院大型设备：科室需求、临床交流、参数论证、招标谈判、签约。',
    'Hospital equipment: need, clinical exchange, specification, tender, signature.',
  ],
  stages: [
    {
      key: 'verify',
      name: ['需求验证', 'Verify need'],
      description: [
        '科室真实需求、配置许可与资金来源。',
        'Real need of the department, licence quota and source of funds.',
      ],
      stageClass: 'verify',
      winRateMille: 100,
      allowedDays: 14,
      criteria: [
        {
          kind: 'evidence',
          text: ['科室购置申请已提交设备科', 'The department’s purchase request reached the equipment office'],
        },
        {
          kind: 'evidence',
          text: ['资金来源已核实（财政、专项债、自筹）', 'Source of funds checked (public, special bond, own)'],
        },
        { kind: 'evidence', text: ['甲乙类设备配置许可情况已确认', 'Licence quota for class A/B equipment is clear'] },
        {
          kind: 'fieldFilled',
          params: { field: 'expectedClose' },
          text: ['填写预计成交日期', 'Expected close is filled in'],
        },
      ],
      tasks: [
        {
          title: ['科室需求访谈', 'Interview the department'],
          kind: 'visit',
          dueDays: 3,
          deliverable: ['需求访谈记录', 'Interview notes'],
        },
        { title: ['查装机与在用设备年限', 'Check installed base and age'], kind: 'task', dueDays: 5 },
        { title: ['电话确认预算来源', 'Call to confirm the budget'], kind: 'call', dueDays: 8 },
      ],
      toolkit: medicalDeviceTools.verify,
    },
    {
      key: 'clinical',
      name: ['临床交流', 'Clinical exchange'],
      description: [
        '临床试用、样板医院参观与院内意见形成。',
        'Clinical trial, reference visit, opinion forming inside the hospital.',
      ],
      stageClass: 'engage',
      winRateMille: 250,
      allowedDays: 45,
      criteria: [
        {
          kind: 'evidence',
          text: ['临床试用或参观反馈（科室签字）', 'Feedback on trial or reference visit, signed by the department'],
        },
        {
          kind: 'roleCovered',
          params: { role: 'user', coverage: 'multiple' },
          text: ['使用科室主任多次交流', 'The head of the using department met several times'],
        },
        {
          kind: 'evidence',
          text: ['分管院长知晓并支持论证', 'The vice president in charge knows and backs the evaluation'],
        },
        {
          kind: 'activityWithin',
          params: { days: 30 },
          text: ['三十天内有院内接触', 'Contact inside the hospital within thirty days'],
        },
        {
          kind: 'deliverable',
          params: { stageTask: 3 },
          text: [
            '拜访分管院长时附上了行业分析报告',
            'The industry report was attached to the visit to the vice president',
          ],
        },
        {
          kind: 'taskDone',
          params: { stageTask: 0 },
          text: ['临床技术交流已完成', 'The clinical exchange took place'],
        },
      ],
      tasks: [
        {
          title: ['安排临床技术交流', 'Arrange the clinical exchange'],
          kind: 'meeting',
          role: 'presales',
          dueDays: 7,
          deliverable: ['交流纪要', 'Minutes'],
        },
        {
          title: ['样板医院参观', 'Visit a reference hospital'],
          kind: 'visit',
          dueDays: 20,
          deliverable: ['参观反馈表', 'Visit feedback'],
        },
        {
          title: ['样片比对报告', 'Image comparison report'],
          kind: 'document',
          role: 'presales',
          dueDays: 25,
          deliverable: ['比对报告', 'Comparison report'],
        },
        {
          title: ['拜访分管院长', 'Call on the vice president in charge'],
          kind: 'visit',
          role: 'manager',
          dueDays: 30,
          deliverable: ['行业分析报告', 'Industry analysis report'],
          deliverableRequired: true,
        },
      ],
      toolkit: medicalDeviceTools.clinical,
    },
    {
      key: 'specification',
      name: ['参数论证', 'Specification'],
      description: ['院内论证会、参数与配置清单成型。', 'Evaluation meeting; parameters and configuration take shape.'],
      stageClass: 'propose',
      winRateMille: 400,
      allowedDays: 30,
      requiresC139: true,
      criteria: [
        {
          kind: 'evidence',
          text: ['临床需求与装机条件已书面确认', 'Clinical need and site conditions confirmed in writing'],
        },
        { kind: 'evidence', text: ['三家以上参数对比完成', 'Parameters of three or more makers compared'] },
        { kind: 'evidence', text: ['论证专家名单已知', 'The evaluation experts are known'] },
        {
          kind: 'roleCovered',
          params: { role: 'decider', coverage: 'brief' },
          text: ['决策人与采购标准已当面核实', 'Decision maker and purchase criteria checked face to face'],
        },
        { kind: 'evidence', text: ['院长办公会立项纪要', 'Minutes of the board approving the project'] },
      ],
      tasks: [
        {
          title: ['提交参数建议与配置清单', 'Submit parameters and configuration'],
          kind: 'document',
          role: 'presales',
          dueDays: 7,
          deliverable: ['参数建议书', 'Specification proposal'],
        },
        { title: ['论证会预演', 'Rehearse the evaluation meeting'], kind: 'meeting', dueDays: 15 },
        {
          title: ['装机场地勘察', 'Survey the installation site'],
          kind: 'visit',
          role: 'presales',
          dueDays: 18,
          deliverable: ['场地勘察单', 'Site survey'],
        },
      ],
      toolkit: medicalDeviceTools.specification,
    },
    {
      key: 'tender',
      name: ['招标谈判', 'Tender and negotiation'],
      description: ['采购意向公开、招标文件、投标与商务条款。', 'Notice, tender documents, bid and commercial terms.'],
      stageClass: 'negotiate',
      winRateMille: 650,
      allowedDays: 30,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['招标公告或谈判邀请已发布', 'Tender notice or invitation published'] },
        {
          kind: 'c139',
          params: { minClears: 6, minFirsts: 1 },
          text: ['C139 不低于 6C 1F', 'C139 at 6C 1F or better'],
        },
        { kind: 'evidence', text: ['付款方式与质保条款达成一致', 'Payment and warranty terms agreed'] },
        {
          kind: 'fieldFilled',
          params: { field: 'amountMinor' },
          text: ['填写投标金额', 'The bid amount is filled in'],
          blocks: true,
        },
        {
          kind: 'signOff',
          params: { role: 'manager' },
          text: ['投标底价已由销售经理确认', 'The manager agreed to the lowest bid'],
        },
      ],
      tasks: [
        {
          title: ['招标文件答疑', 'Questions on the tender documents'],
          kind: 'document',
          dueDays: 5,
          deliverable: ['答疑函', 'Clarification letter'],
        },
        {
          title: ['投标文件内审', 'Internal review of the bid'],
          kind: 'meeting',
          role: 'manager',
          dueDays: 10,
          deliverable: ['内审记录', 'Review record'],
        },
        { title: ['付款方式复函', 'Reply on payment terms'], kind: 'document', dueDays: 14 },
        { title: ['评标结果跟进', 'Follow up the bid result'], kind: 'call', dueDays: 20 },
      ],
      toolkit: medicalDeviceTools.tender,
    },
    {
      key: 'sign',
      name: ['签约', 'Sign'],
      description: ['合同会签、用印与装机计划。', 'Countersigning, seals and the installation plan.'],
      stageClass: 'negotiate',
      winRateMille: 900,
      allowedDays: 15,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['中标通知书已收到', 'Letter of award received'] },
        { kind: 'evidence', text: ['合同用印扫描件', 'Scan of the sealed contract'], blocks: true },
        {
          kind: 'c139',
          gate: 'entry',
          params: { minWins: 1 },
          text: ['最高决策人选择我们（1W）', 'The top decider chose us (1W)'],
        },
        { kind: 'taskDone', params: { stageTask: 0 }, text: ['合同用印已办完', 'Sealing of the contract is done'] },
      ],
      tasks: [
        { title: ['合同用印', 'Sealing of the contract'], kind: 'task', dueDays: 5 },
        { title: ['法务意见回复', 'Reply to legal comments'], kind: 'document', dueDays: 7 },
        {
          title: ['合同寄回', 'Return of the contract'],
          kind: 'task',
          dueDays: 12,
          deliverable: ['盖章合同', 'Sealed contract'],
        },
      ],
      toolkit: medicalDeviceTools.sign,
    },
    ...closedStages,
  ],
  rules: medicalRules,
};

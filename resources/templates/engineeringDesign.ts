import type { ProcessTemplate } from '#shared/domain/processes/processTemplate.ts';
import { closedStages } from './closedStages.ts';
import { engineeringDesignTools } from './toolkits/engineeringDesignTools.ts';
import { engineeringRules } from './templateRules.ts';

/** 工程设计: design and consulting for buildings and plants, from land to commission, mostly by tender. */
export const engineeringDesign: ProcessTemplate = {
  key: 'engineeringDesign',
  name: ['工程设计', 'Engineering design'],
  description: [
    '设计咨询项目：信息核实、前期服务、概念方案、投标谈判、签约。',
    'Design commissions: verify, early service, concept, tender, sign.',
  ],
  stages: [
    {
      key: 'verify',
      name: ['项目核实', 'Verify project'],
      description: ['项目建议书、用地、资金与设计范围。', 'Proposal, land, funding and scope of design.'],
      stageClass: 'verify',
      winRateMille: 100,
      allowedDays: 20,
      criteria: [
        { kind: 'evidence', text: ['立项批复或内部投资决议', 'Approval or internal investment decision'] },
        { kind: 'evidence', text: ['用地与规划条件已取得', 'Site and planning conditions obtained'] },
        { kind: 'fieldFilled', params: { field: 'source' }, text: ['填写信息来源', 'The source is filled in'] },
        { kind: 'qualification', params: { level: 'B' }, text: ['商机分级不低于 B', 'Qualified at level B or better'] },
      ],
      tasks: [
        { title: ['拜访项目筹建负责人', 'Visit the project lead'], kind: 'visit', dueDays: 5 },
        {
          title: ['收集规划条件与可研', 'Collect planning conditions and study'],
          kind: 'document',
          dueDays: 12,
          deliverable: ['资料清单', 'List of documents'],
        },
      ],
      toolkit: engineeringDesignTools.verify,
    },
    {
      key: 'early',
      name: ['前期服务', 'Early service'],
      description: ['以选址、限额与工期建议建立专业信任。', 'Advice on site, cost limit and schedule builds trust.'],
      stageClass: 'engage',
      winRateMille: 250,
      allowedDays: 40,
      criteria: [
        { kind: 'evidence', text: ['业主采纳我方任务书建议', 'The owner adopted our design brief'] },
        {
          kind: 'roleCovered',
          params: { role: 'decider', coverage: 'brief' },
          text: ['业主决策人已当面汇报', 'Presented to the owner’s decision maker'],
        },
        { kind: 'activityWithin', params: { days: 30 }, text: ['三十天内有沟通', 'Contact within thirty days'] },
        {
          kind: 'deliverable',
          params: { stageTask: 0 },
          text: ['任务书建议稿已附', 'The draft of the design brief is attached'],
        },
      ],
      tasks: [
        {
          title: ['任务书建议稿', 'Draft of the design brief'],
          kind: 'document',
          role: 'presales',
          dueDays: 15,
          deliverable: ['任务书', 'Design brief'],
        },
        { title: ['同类项目考察', 'Visit a similar project'], kind: 'visit', dueDays: 25 },
      ],
      toolkit: engineeringDesignTools.early,
    },
    {
      key: 'concept',
      name: ['概念方案', 'Concept'],
      description: ['概念方案汇报与意见收敛。', 'Present the concept and bring opinions together.'],
      stageClass: 'propose',
      winRateMille: 400,
      allowedDays: 35,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['概念方案汇报纪要', 'Minutes of the concept presentation'] },
        { kind: 'evidence', text: ['评审专家与评分办法已知', 'Jury and scoring are known'] },
        {
          kind: 'roleCovered',
          params: { role: 'gatekeeper', coverage: 'brief' },
          text: ['评审专家至少接触过一位', 'At least one of the jury was met'],
        },
        { kind: 'taskDone', params: { stageTask: 0 }, text: ['概念方案已汇报', 'The concept was presented'] },
      ],
      tasks: [
        {
          title: ['概念方案汇报', 'Present the concept'],
          kind: 'meeting',
          role: 'presales',
          dueDays: 20,
          deliverable: ['方案文本', 'Concept booklet'],
        },
        { title: ['投资估算复核', 'Check the estimate'], kind: 'document', role: 'presales', dueDays: 25 },
      ],
      toolkit: engineeringDesignTools.concept,
    },
    {
      key: 'tender',
      name: ['投标谈判', 'Tender'],
      description: ['资格预审、投标与合同条款。', 'Prequalification, bid and terms.'],
      stageClass: 'negotiate',
      winRateMille: 600,
      allowedDays: 30,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['招标文件与评分细则已取得', 'Tender documents and scoring obtained'] },
        { kind: 'c139', params: { minClears: 6 }, text: ['C139 清项不少于 6C', 'C139 shows at least 6C'] },
        {
          kind: 'fieldFilled',
          params: { field: 'amountMinor' },
          text: ['填写设计费', 'The fee is filled in'],
          blocks: true,
        },
        { kind: 'deliverable', params: { stageTask: 0 }, text: ['投标文件终稿已附', 'The final bid is attached'] },
        {
          kind: 'signOff',
          params: { role: 'manager' },
          text: ['投标报价已由销售经理确认', 'The manager agreed to the bid price'],
        },
      ],
      tasks: [
        {
          title: ['投标文件编制', 'Prepare the bid'],
          kind: 'document',
          dueDays: 12,
          deliverable: ['投标文件', 'Bid'],
          deliverableRequired: true,
        },
        { title: ['述标演练', 'Rehearse the presentation'], kind: 'meeting', role: 'manager', dueDays: 15 },
      ],
      toolkit: engineeringDesignTools.tender,
    },
    {
      key: 'sign',
      name: ['签约', 'Sign'],
      description: ['合同谈定、备案与首付款。', 'Terms settled, filed, first payment.'],
      stageClass: 'negotiate',
      winRateMille: 900,
      allowedDays: 20,
      requiresC139: true,
      criteria: [
        { kind: 'evidence', text: ['中标通知书', 'Letter of award'] },
        { kind: 'evidence', text: ['设计合同盖章件', 'Sealed design contract'], blocks: true },
        { kind: 'taskDone', params: { stageTask: 0 }, text: ['合同条款已会签', 'The terms are countersigned'] },
      ],
      tasks: [
        { title: ['合同条款会签', 'Countersign the contract'], kind: 'task', dueDays: 8 },
        { title: ['项目启动会', 'Kick-off'], kind: 'meeting', dueDays: 15 },
      ],
      toolkit: engineeringDesignTools.sign,
    },
    ...closedStages,
  ],
  rules: engineeringRules,
};

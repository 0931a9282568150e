import type { Texts } from '../catalogue.ts';

export const leads = {
  'leads.status.new': '新线索',
  'leads.status.verifying': '核实中',
  'leads.status.converted': '已转商机',
  'leads.status.disqualified': '已弃用',
  'leads.status.pool': '公海',
  'leads.reason.noNeed': '没有需求',
  'leads.reason.noBudget': '没有预算',
  'leads.reason.wrongPerson': '找错了人',
  'leads.reason.notOurCustomer': '不是目标客户',
  'leads.reason.competitor': '已选竞品',
  'leads.reason.noResponse': '联系不上',
  'leads.reason.invalid': '信息无效',
  'leads.reason.duplicate': '重复',
  'leads.reason.other': '其他',
  'leads.reason.givenBack': '主动退回',
  'leads.reason.overdue': '超过保留期',
} as const satisfies Texts<'leads'>;

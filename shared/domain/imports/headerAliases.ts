import type { ImportEntity } from '../../contract/import.contract.ts';
import { foldHeader } from './foldText.ts';

/*
 * Headers as Salesforce (API names and report labels), HubSpot, Pipedrive, 纷享销客 and plain spreadsheets write them, the
 * most telling first. Compared after `foldHeader`, so case, spaces and punctuation do not matter. Salesforce labels and
 * 纷享 spreadsheet labels are general knowledge, not seen in a specification (docs/adr/0006-import.md).
 */
type Aliases = Readonly<Record<string, string>>;

const deal: Aliases = {
  externalId:
    'Deal - ID | Opportunity ID | Record ID | Deal ID | Deal - Pipedrive System ID | _id | Id | 商机编号 | 商机ID | 编号 | opportunity no',
  name: 'Deal - Title | Deal Name | Opportunity Name | 商机名称 | 项目名称 | Opportunity | Deal | Title | Name | 名称',
  account:
    'Account Name | Deal - Organization | Organization - Name | Associated Company | account_id__r | 客户名称 | 客户 | Account | Customer Name | Customer | Company | Company Name | Organization | 最终客户',
  contact:
    'Deal - Contact person | Person - Name | Associated Contact | Primary Contact | 联系人 | 主要联系人 | Contact person | Contact | Contact Name',
  owner:
    'Opportunity Owner | Deal - Owner | Deal owner | owner__r | 负责人 | 销售负责人 | 业务员 | Owner | Owner Name | Sales Agent | Salesperson | Sales Rep | Account Executive | 客户经理',
  product: 'Product | Product Name | Products | 产品 | 产品名称 | Product interest',
  amount:
    'Deal - Value | Amount | 商机金额 | 金额 | 预计金额 | Close Value | Value | Deal Value | Deal amount | Opportunity Amount | 合同金额 | 销售金额',
  currency:
    'Deal - Currency of value | Deal - Currency | CurrencyIsoCode | Amount Currency | Opportunity Currency | 币种 | 货币 | Currency',
  stage:
    'Deal - Stage | StageName | Deal Stage | sales_stage__r | 商机阶段 | 销售阶段 | 阶段 | Stage | Sales Stage | Pipeline Stage | Opportunity Stage',
  status: 'Deal - Status | sales_status | 商机状态 | 状态 | Opportunity Status | Status | Outcome | 结果',
  ownWinRate:
    'Probability (%) | Deal - Probability | Deal probability | Probability | 赢率 | 成交概率 | Win probability',
  expectedClose:
    'Deal - Expected close date | Expected close date | 预计成交日期 | 预计结单日期 | 预计签约日期 | 预计成交时间 | Decision Date | Expected Close | Planned close date',
  closeDate: 'Close Date | CloseDate | 结单日期 | 成交日期 | 结单时间',
  createdAt:
    'Create Date | CreatedDate | Created Date | Deal - Deal created | Deal created | create_time | 创建时间 | 创建日期 | Creation Date | Created | Created at | Created on | Add time | Open date',
  engagedAt: 'Engage Date | Engaged on | 接触日期 | 首次接触日期 | Start Date | 开始日期',
  stageEnteredAt:
    'Date entered current stage | stg_changed_time | Last Stage Change Date | 阶段变更时间 | 进入阶段时间 | Deal - Last stage change | Stage entered',
  closedAt:
    'Deal - Deal closed on | Closed on | Actual close date | 实际成交日期 | 关闭时间 | Closed Date | Date closed',
  wonAt: 'Deal - Won time | Won time | 赢单时间 | Won date',
  lostAt: 'Deal - Lost time | Lost time | 输单时间 | Lost date',
  nextStep: 'NextStep | Next step | 下一步 | 下一步计划',
  description: 'Description | Deal description | 商机描述 | 备注 | 描述 | Comments | Note',
  source: 'LeadSource | Lead Source | Original Source | Deal source | 商机来源 | 来源 | Source | Deal - Source channel',
  lostReason: 'Deal - Lost reason | Closed lost reason | Loss Reason | Lost reason | 输单原因 | 丢单原因',
  forecastCategory: 'ForecastCategoryName | Forecast category | 预测类别',
};

const history: Aliases = {
  ...deal,
  stage: `To Stage | Transition To Stage | New Stage | 变更后阶段 | 新阶段 | ${deal.stage}`,
  fromStage:
    'From Stage | Transition From Stage Name | Transition From Stage | Old Stage | Previous Stage | 变更前阶段 | 原阶段',
  at: 'Transition To Timestamp | Stage Change Date | Changed at | Change Date | Last Modified | LastModifiedDate | Timestamp | 变更时间 | 阶段变更时间 | Snapshot Time | Edit Date | History Date',
  fromAt: 'Transition From Timestamp | From Timestamp | Previous Timestamp | 上次变更时间',
};

/** Known headers of every field by kind of record, most telling first. */
export const headerAliases: Record<ImportEntity, Aliases> = {
  opportunity: deal,
  stageHistory: history,
  opportunityLine: {
    deal: 'Deal - ID | Opportunity ID | Deal ID | Associated Deal IDs | Record ID | 商机编号 | 商机ID | OpportunityId',
    product: 'Product ID | Product Name | Product | Product Code | 产品名称 | 产品 | 产品编号 | Product2Id',
    quantity: 'Quantity | Product Quantity | 数量 | Qty',
    unitPrice: 'Unit Price | UnitPrice | Sales Price | List Price | 单价 | 销售单价 | Price',
    discount: 'Discount | Discount (%) | 折扣 | 折扣率',
    amount: 'Total Price | TotalPrice | Amount | Product $ | Product Amount | Line Total | 小计 | 金额 | Value',
    currency: 'CurrencyIsoCode | Currency | 币种',
    description: 'Line Description | Description | 备注 | 描述',
    at: 'Snapshot Time | LastModifiedDate | Last Modified Date | Timestamp | 更新时间',
  },
  account: {
    externalId: 'Organization - ID | Account ID | Company ID | Record ID | _id | Id | 客户编号 | 客户ID | 编号',
    name: 'Account Name | Organization - Name | Company name | 客户名称 | Account | Company | Customer Name | Customer | Organization | 公司名称 | 企业名称 | 单位名称 | Name | 名称',
    shortName: 'Short Name | 简称 | 客户简称',
    creditCode: '统一社会信用代码 | 信用代码 | 税号 | Tax ID',
    parent:
      'Parent Account | Parent Account: Account Name | ParentId | Parent Company | Subsidiary of | 上级客户 | 母公司 | 所属集团 | 集团',
    industry: 'Industry | Sector | 行业 | 所属行业 | industry__r',
    grade: 'Grade | 等级 | 医院等级 | Rating',
    tier: 'Tier | 客户级别 | 客户等级 | Account tier',
    ownership: 'Ownership | 企业性质 | 企业类型',
    region: 'Region | Billing State/Province | 省份 | 省 | 区域 | 地区 | State | Office Location | Country | 国家',
    city: 'City | Billing City | 城市 | 市',
    address: 'Organization - Address | Address | Billing Street | 地址 | 详细地址',
    website: 'Website | Website URL | Company Domain Name | Domain | 网址 | 官网 | 公司网址',
    phone: 'Phone | Phone Number | 电话 | 公司电话',
    employees: 'NumberOfEmployees | Employees | Number of Employees | employee_count | 员工人数 | 人员规模 | 员工数',
    annualRevenue: 'AnnualRevenue | Annual Revenue | Revenue | 年营业额 | 年收入 | 营业收入',
    foundedYear: 'Year Established | Founded Year | Year Founded | 成立年份 | Founded',
    owner: 'Account Owner | Organization - Owner | Company owner | owner__r | 负责人 | Owner | 客户经理',
    source: 'account_source | AccountSource | Account Source | Original Source | 客户来源 | 来源 | Source',
    note: 'Description | Note | 备注 | 描述',
    createdAt:
      'CreatedDate | Created Date | Create Date | Organization - Organization created | create_time | 创建时间 | 创建日期',
  },
  contact: {
    externalId: 'Person - ID | Contact ID | Record ID | _id | Id | 联系人编号 | 联系人ID',
    name: 'Person - Name | Full Name | Contact Name | 联系人姓名 | 姓名 | 联系人 | Name | 名称',
    lastName: 'Last Name | LastName | Person - Last name | 姓',
    firstName: 'First Name | FirstName | Person - First name | 名',
    account:
      'Account Name | Person - Organization | Organization - Name | Associated Company | Company Name | account_id__r | 客户名称 | 客户 | 公司 | Company | Account',
    title: 'Job Title | Title | Person - Job title | job_title | 职务 | 职位 | Position',
    department: 'Department | 部门',
    mobile: 'Mobile | Mobile Phone | MobilePhone | Mobile Phone Number | 手机 | 手机号 | 手机号码',
    phone: 'Phone | Phone Number | Person - Phone - Work | Person - Phone | 电话 | 办公电话',
    email: 'Email | Person - Email - Work | Person - Email | E-mail | 邮箱 | 电子邮件 | 邮件',
    wechat: 'WeChat | 微信 | 微信号',
    reportsTo: 'Reports To | ReportsTo | 直属上级 | 汇报对象',
    note: 'Description | Note | 备注',
    createdAt: 'CreatedDate | Created Date | Create Date | create_time | 创建时间',
  },
  lead: {
    externalId: 'Lead ID | Record ID | _id | Id | 线索编号 | 线索ID | 编号',
    company:
      '线索公司 | 公司名称 | 公司 | 单位名称 | 单位 | 企业名称 | 客户名称 | 客户 | Company | Company Name | Company / Account | Organization | Account Name',
    personName:
      '联系人 | 联系人姓名 | 姓名 | 线索姓名 | 客户姓名 | Full Name | Lead Name | Contact Name | Name | Contact',
    title: 'Job Title | Title | 职务 | 职位 | Position',
    department: 'Department | 部门',
    mobile: '手机 | 手机号 | 手机号码 | 联系方式 | 联系电话 | Mobile | Mobile Phone | MobilePhone',
    phone: '电话 | 座机 | 办公电话 | Phone | Phone Number',
    email: '邮箱 | 电子邮件 | 邮件 | Email | E-mail',
    wechat: '微信 | 微信号 | WeChat',
    source: '线索来源 | 来源 | 渠道 | 来源渠道 | LeadSource | Lead Source | Original Source | Source | Channel',
    need: '需求 | 需求描述 | 咨询内容 | 意向产品 | 感兴趣的产品 | Need | Requirement | Inquiry | Enquiry | Message | Interest',
    authority: '决策人 | 决策情况 | Authority | Decision maker',
    timing: '采购时间 | 预计采购时间 | 时间计划 | Timing | Timeline | Purchase timeframe',
    budget: '预算 | 预算金额 | Budget',
    industry: '行业 | 所属行业 | Industry',
    region: '大区 | 区域 | 省份 | Region | State | State/Province',
    city: '城市 | City',
    website: '网站 | 官网 | Website | Web site',
    creditCode: '统一社会信用代码 | 信用代码 | 税号',
    owner: '负责人 | 线索负责人 | 跟进人 | 销售 | Lead Owner | Owner | Owner Name',
    note: '备注 | 描述 | Description | Note | Notes | Comments',
    createdAt:
      '创建时间 | 创建日期 | 提交时间 | 登记时间 | CreatedDate | Created Date | Create Date | Created at | create_time',
  },
  product: {
    externalId: 'Product ID | _id | Record ID | Id | 产品ID',
    name: 'Product Name | Product | 产品名称 | 产品 | Name | 名称',
    code: 'ProductCode | Product Code | SKU | Model | 产品编号 | 型号 | 编码',
    productLine: 'Product Family | Family | Series | Product Line | Category | 产品线 | 产品系列 | 产品分类 | 系列',
    unit: 'Unit | 单位 | Quantity Unit',
    price: 'Sales Price | List Price | Unit Price | Price | 标准价格 | 单价 | 价格 | 售价',
    currency: 'CurrencyIsoCode | Currency | 币种',
  },
  member: {
    externalId: 'User ID | Employee ID | 工号 | 员工编号 | Id',
    name: 'Sales Agent | User Name | Full Name | Sales Rep | Salesperson | Owner | Employee Name | 姓名 | 员工姓名 | 业务员 | 销售 | 负责人 | Name',
    email: 'Email | E-mail | 邮箱 | 电子邮件',
    role: 'Role | Profile | 角色 | 职务',
    manager: 'Manager | Manager Name | Reports To | 主管 | 上级 | 直属上级 | 经理',
    team: 'Team | Department | Regional Office | Region | 团队 | 部门 | 大区 | 区域',
    createdAt: 'CreatedDate | Created Date | 入职日期 | 创建时间',
  },
  activity: {
    externalId: 'Activity - ID | Activity ID | Task ID | _id | Id',
    at: 'Activity - Due date | Activity Date | ActivityDate | Date | Due Date | Start | 跟进时间 | 拜访时间 | 日期 | 时间 | create_time',
    kind: 'Activity - Type | Activity Type | interactive_types__r | TaskSubtype | Type | 跟进方式 | 类型 | 活动类型',
    subject: 'Activity - Subject | Subject | 主题 | 标题 | interactive_scenario__r',
    note: 'Activity - Note | Note - Content | Description | Comments | active_record_content | 跟进内容 | 内容 | 备注 | Note',
    location: 'Location | 地点',
    durationMinutes: 'Duration (minutes) | DurationInMinutes | 时长(分钟) | 时长',
    deal: 'Deal - ID | Opportunity ID | Deal ID | Related Opportunity | 商机编号 | 商机ID | WhatId',
    account: 'Account Name | Organization - Name | Associated Company | 客户名称 | 客户 | Company | Account',
    owner: 'Assigned To | Activity - Assigned to user | Owner | owner__r | 负责人 | 跟进人',
    createdAt: 'CreatedDate | Created Date | Create Date | 创建时间',
  },
  behaviourEvent: {
    kind: 'Event | Event Type | Event Name | Behaviour | Behavior | Action | 事件 | 事件类型 | 行为 | 行为类型 | 动作 | Activity Type | Type | 类型',
    externalId: 'Event ID | 事件编号 | 事件ID | 行为编号 | 流水号 | _id | Id',
    at: 'Event Time | Event Date | Occurred at | 事件时间 | 发生时间 | 访问时间 | 行为时间 | Timestamp | Time | Date | 时间 | 日期',
    email: 'Email | E-mail | Email Address | 邮箱 | 电子邮件 | 邮箱地址',
    mobile: 'Mobile | Mobile Phone | Phone | Phone Number | 手机 | 手机号 | 手机号码 | 电话',
    wechat: 'WeChat | OpenID | 微信 | 微信号',
    personId: 'Lead ID | Contact ID | Person ID | Visitor ID | 线索编号 | 线索ID | 联系人编号 | 联系人ID | 访客编号',
    personName: 'Full Name | Contact Name | Contact | Person | Name | Visitor | 姓名 | 联系人 | 联系人姓名 | 访客',
    company:
      'Company | Company Name | Account | Account Name | Organization | 公司 | 公司名称 | 单位 | 单位名称 | 客户 | 客户名称',
    deal: 'Deal | Deal Name | Opportunity | Opportunity Name | Deal ID | Opportunity ID | 商机 | 商机名称 | 商机编号 | 项目',
    detail: 'Detail | Details | Page | URL | Title | Subject | Asset | 详情 | 内容 | 页面 | 标题 | 资料 | 备注',
    durationMinutes: 'Duration (minutes) | Minutes | 时长(分钟) | 停留分钟 | 分钟',
    durationSeconds:
      'Duration | Duration (seconds) | Seconds | Time on page | 时长 | 时长(秒) | 停留时长 | 停留秒数 | 秒',
  },
};

/** Headers that only one program writes, to guess where a file comes from. */
export const sourceSigns: readonly { readonly source: string; readonly signs: readonly RegExp[] }[] = [
  { source: 'Pipedrive', signs: [/^(deal|person|organization|activity|note) - /iu] },
  {
    source: 'HubSpot',
    signs: [/^record id$/iu, /^associated (company|contact|deal)/iu, /^deal stage$/iu, /^deal owner$/iu],
  },
  {
    source: 'Salesforce',
    signs: [
      /^opportunity owner$/iu,
      /^stagename$/iu,
      /^isclosed$/iu,
      /^probability \(%\)$/iu,
      /^currencyisocode$/iu,
      /^accountid$/iu,
    ],
  },
  {
    source: '纷享销客',
    signs: [/__[rc]$/u, /^sales_(stage|status|process_id)$/u, /^life_status$/u, /^last_followed_time$/u],
  },
];

const folded = new Map<ImportEntity, ReadonlyMap<string, readonly string[]>>();

/** The aliases of a kind of record, folded, per field. */
export function foldedAliases(entity: ImportEntity): ReadonlyMap<string, readonly string[]> {
  let known = folded.get(entity);
  if (!known) {
    known = new Map(
      Object.entries(headerAliases[entity]).map(([field, list]) => [field, list.split(' | ').map(foldHeader)]),
    );
    folded.set(entity, known);
  }
  return known;
}

import type { LocalText } from '#shared/domain/processes/processTemplate.ts';

/*
 * The week that the demo shows on its first screens, told by hand: customers, deals and next steps of a team that sells
 * to hospitals, with one deal in full (3.0T 磁共振采购). Days count from the day the demo is made for.
 */

export interface StoryAccount {
  readonly key: string;
  readonly industry: string;
  readonly name: LocalText;
  readonly place: LocalText;
  readonly grade: LocalText;
  /** Key of the group it belongs to. */
  readonly parent?: string;
  readonly isGroup?: true;
  /** People who are named in the story, by index of the industry's seat. */
  readonly people?: Readonly<Record<number, LocalText>>;
}

export const storyAccounts: readonly StoryAccount[] = [
  {
    key: 'yunxiu',
    industry: 'medical',
    name: ['云岫医疗集团', 'Wynholt Health Group'],
    place: ['云岫', 'Wynholt'],
    grade: ['', ''],
    isGroup: true,
  },
  {
    key: 'jichuan3',
    industry: 'medical',
    name: ['霁川市第三医院', 'Aldermere City Hospital No. 3'],
    place: ['霁川', 'Aldermere'],
    grade: ['三级乙等', 'Grade 3B'],
  },
  {
    key: 'jichuanC',
    industry: 'medical',
    name: ['霁川市中心医院', 'Aldermere Central Hospital'],
    place: ['霁川', 'Aldermere'],
    grade: ['三级甲等', 'Grade 3A'],
  },
  {
    key: 'nanlu',
    industry: 'medical',
    name: ['南麓第二医院', 'Southridge Second Hospital'],
    place: ['南麓', 'Southridge'],
    grade: ['三级乙等', 'Grade 3B'],
    parent: 'yunxiu',
  },
  {
    key: 'qingyu',
    industry: 'medical',
    name: ['青屿妇儿中心', 'Glasness Women and Children Centre'],
    place: ['青屿', 'Glasness'],
    grade: ['三级甲等', 'Grade 3A'],
  },
  {
    key: 'chengping',
    industry: 'medical',
    name: ['澄屏区中医院', 'Fenvale District TCM Hospital'],
    place: ['澄屏', 'Fenvale'],
    grade: ['二级甲等', 'Grade 2A'],
  },
  {
    key: 'chengpingK',
    industry: 'medical',
    name: ['澄屏口腔医院', 'Fenvale Dental Hospital'],
    place: ['澄屏', 'Fenvale'],
    grade: ['二级甲等', 'Grade 2A'],
  },
  {
    key: 'linyue',
    industry: 'medical',
    name: ['临岳市人民医院', 'Harrowreach People’s Hospital'],
    place: ['临岳', 'Harrowreach'],
    grade: ['三级甲等', 'Grade 3A'],
    parent: 'yunxiu',
  },
  {
    key: 'shuoyuan',
    industry: 'medical',
    name: ['朔原肿瘤医院', 'Kestmoor Cancer Centre'],
    place: ['朔原', 'Kestmoor'],
    grade: ['三级甲等', 'Grade 3A'],
  },
  {
    key: 'lanchuan',
    industry: 'medical',
    name: ['澜川骨科医院', 'Brammere Orthopaedic Hospital'],
    place: ['澜川', 'Brammere'],
    grade: ['三级甲等', 'Grade 3A'],
  },
  {
    key: 'wanglan',
    industry: 'medical',
    name: ['望澜大学附属医院', 'Orrindale University Hospital'],
    place: ['望澜', 'Orrindale'],
    grade: ['三级甲等', 'Grade 3A'],
    people: {
      0: ['陈国栋', 'Gordon Chandler'],
      1: ['许文澜', 'Wendy Hughes'],
      2: ['赵敏', 'Mina Jarrett'],
      3: ['周建平', 'Jim Pemberton'],
      4: ['梁静', 'Janet Langton'],
      5: ['王蕾', 'Laura Wexford'],
      6: ['孙毅', 'Ian Sutcliffe'],
      7: ['韩雪', 'Shirley Hart'],
      8: ['罗浩', 'Howard Lowe'],
      9: ['秦朗', 'Lance Quayle'],
    },
  },
  {
    key: 'zhouxing',
    industry: 'saas',
    name: ['栖渚舟行物流有限公司', 'Helstream Logistics, Quillwater'],
    place: ['栖渚', 'Quillwater'],
    grade: ['规上企业', 'Above-scale'],
  },
  {
    key: 'xuantie',
    industry: 'industrial',
    name: ['朔渚玄铁轴承股份有限公司', 'Korgard Bearings, Kestwater'],
    place: ['朔渚', 'Kestwater'],
    grade: ['链主企业', 'Chain leader'],
  },
];

export interface StoryNext {
  readonly title: LocalText;
  readonly kind: 'visit' | 'call' | 'meeting' | 'document' | 'task' | 'demo';
  /** Calendar days from today; negative = overdue. */
  readonly inDays: number;
  /** Minutes after midnight. */
  readonly minute?: number;
}

export interface StoryDeal {
  readonly account: string;
  readonly name: LocalText;
  /** In 万元. */
  readonly amountWan: number;
  readonly pieces?: number;
  readonly stage: string;
  /** Index into the team's names. */
  readonly owner: number;
  readonly closeInDays: number;
  readonly ownWinRate: number;
  readonly c139: readonly [wins: number, firsts: number, clears: number];
  /** Business days over what the stage allows. */
  readonly over?: number;
  readonly qualification: 'A' | 'B' | 'C' | '';
  readonly pushes?: number;
  readonly rivals?: readonly number[];
  readonly next?: StoryNext;
  readonly description?: LocalText;
  readonly detailed?: true;
}

const at = (hour: number, minute = 0): number => hour * 60 + minute;

export const storyDeals: readonly StoryDeal[] = [
  {
    account: 'wanglan',
    name: ['3.0T 磁共振采购', '3.0T MRI purchase'],
    amountWan: 1860,
    stage: 'specification',
    owner: 0,
    closeInDays: 65,
    ownWinRate: 0.6,
    c139: [0, 2, 7],
    over: 9,
    qualification: 'A',
    pushes: 2,
    rivals: [0, 1],
    detailed: true,
    description: [
      '新门诊影像中心配置。现用 1.5T 已用九年，预约排到两周后，上半年停机 11 天。资金为专项债，年内必须形成支出。',
      'For the new outpatient imaging centre. The 1.5T is nine years old, appointments wait two weeks, eleven days down this half-year. Funded by a special bond that must be spent this year.',
    ],
    next: {
      title: ['约见许文澜副院长，核实采购标准', 'Meet Wendy Hughes, check purchase criteria'],
      kind: 'visit',
      inDays: 0,
      minute: at(10),
    },
  },
  {
    account: 'jichuan3',
    name: ['数字乳腺机更新', 'Mammography replacement'],
    amountWan: 298,
    stage: 'verify',
    owner: 0,
    closeInDays: 93,
    ownWinRate: 0.15,
    c139: [0, 1, 3],
    qualification: 'B',
    next: { title: ['科室需求访谈', 'Interview the department'], kind: 'visit', inDays: 5, minute: at(9, 30) },
  },
  {
    account: 'yunxiu',
    name: ['六院区影像云平台', 'Imaging cloud for six sites'],
    amountWan: 860,
    stage: 'verify',
    owner: 2,
    closeInDays: 180,
    ownWinRate: 0.1,
    c139: [0, 0, 2],
    qualification: 'B',
    next: { title: ['电话确认预算来源', 'Call to confirm the budget'], kind: 'call', inDays: 0, minute: at(16) },
  },
  {
    account: 'nanlu',
    name: ['超声 6 台批量采购', 'Six ultrasound units'],
    amountWan: 288,
    pieces: 6,
    stage: 'verify',
    owner: 3,
    closeInDays: 105,
    ownWinRate: 0.2,
    c139: [0, 1, 4],
    over: 5,
    qualification: 'B',
    next: { title: ['立项批复截图', 'Copy of the approval'], kind: 'document', inDays: -3 },
  },
  {
    account: 'qingyu',
    name: ['新生儿监护升级', 'Neonatal monitoring upgrade'],
    amountWan: 142,
    stage: 'verify',
    owner: 4,
    closeInDays: 86,
    ownWinRate: 0.1,
    c139: [0, 0, 3],
    qualification: '',
    next: { title: ['院感科拜访', 'Visit infection control'], kind: 'visit', inDays: 6 },
  },
  {
    account: 'chengpingK',
    name: ['口腔 CBCT 三台', 'Three dental CBCT units'],
    amountWan: 156,
    pieces: 3,
    stage: 'verify',
    owner: 4,
    closeInDays: 78,
    ownWinRate: 0.15,
    c139: [0, 1, 2],
    qualification: 'B',
    next: { title: ['发送同类装机名单', 'Send the list of installations'], kind: 'document', inDays: 2 },
  },
  {
    account: 'linyue',
    name: ['急诊移动 DR', 'Mobile DR for emergency'],
    amountWan: 96,
    stage: 'verify',
    owner: 0,
    closeInDays: 70,
    ownWinRate: 0.2,
    c139: [0, 1, 4],
    qualification: 'B',
    next: {
      title: ['陪同看样板科室', 'Guide a visit to a reference department'],
      kind: 'visit',
      inDays: 6,
      minute: at(14),
    },
  },
  {
    account: 'shuoyuan',
    name: ['放疗计划系统升级', 'Treatment planning upgrade'],
    amountWan: 412,
    stage: 'clinical',
    owner: 2,
    closeInDays: 75,
    ownWinRate: 0.2,
    c139: [0, 1, 5],
    qualification: 'B',
    rivals: [1],
    next: { title: ['物理师技术答疑', 'Questions of the physicists'], kind: 'meeting', inDays: 2, minute: at(10) },
  },
  {
    account: 'lanchuan',
    name: ['术中三维 C 臂', 'Intraoperative 3D C-arm'],
    amountWan: 336,
    stage: 'clinical',
    owner: 0,
    closeInDays: 83,
    ownWinRate: 0.3,
    c139: [0, 2, 5],
    qualification: 'A',
    rivals: [0],
    next: {
      title: ['手术室跟台：三维 C 臂', 'In theatre with the 3D C-arm'],
      kind: 'visit',
      inDays: 0,
      minute: at(14),
    },
  },
  {
    account: 'wanglan',
    name: ['病理切片扫描仪', 'Slide scanner'],
    amountWan: 268,
    stage: 'clinical',
    owner: 0,
    closeInDays: 97,
    ownWinRate: 0.25,
    c139: [0, 1, 4],
    over: 6,
    qualification: 'B',
    rivals: [5],
    next: { title: ['样片比对报告', 'Image comparison report'], kind: 'document', inDays: -2 },
  },
  {
    account: 'linyue',
    name: ['心血管 DSA 更新', 'Cardiac DSA replacement'],
    amountWan: 920,
    stage: 'clinical',
    owner: 3,
    closeInDays: 120,
    ownWinRate: 0.3,
    c139: [0, 1, 6],
    qualification: 'A',
    rivals: [0, 1],
    next: {
      title: ['介入科主任晚间沟通', 'Evening talk with the head of intervention'],
      kind: 'call',
      inDays: 7,
      minute: at(19),
    },
  },
  {
    account: 'jichuanC',
    name: ['超声科培训合作', 'Ultrasound training'],
    amountWan: 74,
    stage: 'clinical',
    owner: 4,
    closeInDays: 60,
    ownWinRate: 0.3,
    c139: [0, 1, 5],
    qualification: 'C',
    next: { title: ['确认培训名额', 'Confirm training places'], kind: 'call', inDays: 3 },
  },
  {
    account: 'qingyu',
    name: ['乳腺机与工作站', 'Mammography and workstation'],
    amountWan: 352,
    stage: 'specification',
    owner: 2,
    closeInDays: 51,
    ownWinRate: 0.35,
    c139: [0, 2, 6],
    qualification: 'B',
    rivals: [2],
    next: { title: ['参数条款复核', 'Check the parameter clauses'], kind: 'document', inDays: 2 },
  },
  {
    account: 'nanlu',
    name: ['DR 与 PACS 打包', 'DR and PACS package'],
    amountWan: 274,
    stage: 'specification',
    owner: 3,
    closeInDays: 44,
    ownWinRate: 0.45,
    c139: [0, 2, 7],
    qualification: 'A',
    rivals: [4],
    next: { title: ['论证会预演', 'Rehearse the evaluation'], kind: 'meeting', inDays: 5, minute: at(15) },
  },
  {
    account: 'chengping',
    name: ['康复机器人', 'Rehabilitation robot'],
    amountWan: 186,
    stage: 'specification',
    owner: 4,
    closeInDays: 57,
    ownWinRate: 0.4,
    c139: [0, 1, 6],
    qualification: 'B',
    rivals: [6],
    next: { title: ['康复科试用回访', 'Follow up the trial'], kind: 'visit', inDays: 6 },
  },
  {
    account: 'yunxiu',
    name: ['影像云一期（两院区）', 'Imaging cloud phase 1 (two sites)'],
    amountWan: 460,
    stage: 'tender',
    owner: 2,
    closeInDays: 13,
    ownWinRate: 0.6,
    c139: [1, 1, 5],
    qualification: 'A',
    rivals: [5, 3],
    next: { title: ['商务条款二轮', 'Second round on terms'], kind: 'meeting', inDays: 1, minute: at(14, 30) },
  },
  {
    account: 'shuoyuan',
    name: ['大孔径 CT', 'Large-bore CT'],
    amountWan: 780,
    stage: 'tender',
    owner: 0,
    closeInDays: 30,
    ownWinRate: 0.7,
    c139: [1, 2, 7],
    over: 4,
    qualification: 'A',
    pushes: 1,
    rivals: [0],
    next: { title: ['付款方式复函', 'Reply on payment terms'], kind: 'document', inDays: -1 },
  },
  {
    account: 'linyue',
    name: ['高端彩超 4 台', 'Four premium ultrasound units'],
    amountWan: 224,
    pieces: 4,
    stage: 'tender',
    owner: 3,
    closeInDays: 36,
    ownWinRate: 0.65,
    c139: [0, 3, 7],
    qualification: 'B',
    rivals: [2],
    next: { title: ['招标文件答疑', 'Questions on the tender'], kind: 'document', inDays: 2 },
  },
  {
    account: 'lanchuan',
    name: ['骨密度仪', 'Bone densitometer'],
    amountWan: 88,
    stage: 'tender',
    owner: 0,
    closeInDays: 12,
    ownWinRate: 0.7,
    c139: [1, 1, 6],
    qualification: 'A',
    rivals: [7],
    next: { title: ['评标结果跟进', 'Follow up the bid result'], kind: 'call', inDays: 5 },
  },
  {
    account: 'jichuanC',
    name: ['DR 三台', 'Three DR units'],
    amountWan: 318,
    pieces: 3,
    stage: 'sign',
    owner: 4,
    closeInDays: 8,
    ownWinRate: 0.9,
    c139: [1, 3, 9],
    qualification: 'A',
    next: { title: ['合同用印', 'Sealing of the contract'], kind: 'task', inDays: 1 },
  },
  {
    account: 'chengping',
    name: ['超声骨刀两套', 'Two ultrasonic bone knives'],
    amountWan: 64,
    pieces: 2,
    stage: 'sign',
    owner: 0,
    closeInDays: 6,
    ownWinRate: 0.95,
    c139: [1, 2, 8],
    qualification: 'A',
    next: { title: ['合同寄回', 'Return of the contract'], kind: 'task', inDays: 6 },
  },
  {
    account: 'qingyu',
    name: ['胎心监护网络', 'Foetal monitoring network'],
    amountWan: 112,
    stage: 'sign',
    owner: 2,
    closeInDays: 14,
    ownWinRate: 0.9,
    c139: [1, 2, 8],
    over: 1,
    qualification: 'A',
    next: { title: ['法务意见回复', 'Reply to legal comments'], kind: 'document', inDays: 0, minute: at(17) },
  },
  {
    account: 'zhouxing',
    name: ['调度软件续约扩容', 'Dispatch renewal and expansion'],
    amountWan: 186,
    pieces: 500,
    stage: 'negotiate',
    owner: 0,
    closeInDays: 14,
    ownWinRate: 0.8,
    c139: [1, 1, 7],
    qualification: 'A',
    next: { title: ['确认续约席位数', 'Confirm the seats of the renewal'], kind: 'call', inDays: 0 },
  },
  {
    account: 'xuantie',
    name: ['涡流探伤系统', 'Eddy-current system'],
    amountWan: 740,
    stage: 'technical',
    owner: 0,
    closeInDays: 110,
    ownWinRate: 0.3,
    c139: [0, 0, 3],
    qualification: 'B',
    rivals: [3, 4],
    next: { title: ['补写涡流探伤的决策链', 'Complete the decision chain for eddy current'], kind: 'task', inDays: 0 },
  },
];

/** Tasks that belong to no stage. `deal` is an index of `storyDeals`. */
export const storyTasks: readonly (StoryNext & { readonly deal?: number; readonly account?: string })[] = [
  {
    title: ['与沈立过本周预测', 'This week’s forecast with Martin Shaw'],
    kind: 'meeting',
    inDays: 0,
    minute: at(16, 30),
  },
  { title: ['询问立项纪要编号', 'Ask for the number of the minutes'], kind: 'call', inDays: 2, deal: 0 },
  {
    title: ['交上周承诺：转介绍名单', 'Promise of last week: list of referrals'],
    kind: 'document',
    inDays: 2,
    account: 'jichuan3',
  },
];

export interface StoryPerson {
  /** Index of the seat; null = nobody holds the role yet. */
  readonly seat: number | null;
  readonly roles: readonly string[];
  readonly influence: number | null;
  readonly stance: string;
  /** Days since the stance was judged. */
  readonly judgedAgo: number | null;
  readonly coverage: string;
  readonly political: string;
  readonly effort: number;
  readonly confidence: string;
  readonly note: LocalText;
}

/** The map of the deal told in full, in the order in which `storyRelations` counts. */
export const storyPeople: readonly StoryPerson[] = [
  {
    seat: 0,
    roles: ['approver'],
    influence: 22,
    stance: 'neutral',
    judgedAgo: 74,
    coverage: 'brief',
    political: 'inner',
    effort: 0,
    confidence: 'explicit',
    note: ['关注学科排名与投入节奏', 'Cares about ranking and pace of investment'],
  },
  {
    seat: 1,
    roles: ['decider'],
    influence: 20,
    stance: 'unknown',
    judgedAgo: null,
    coverage: 'none',
    political: 'inner',
    effort: 0,
    confidence: 'unclear',
    note: ['从未接触，赵敏愿意引荐', 'Never met; Mina Jarrett will introduce us'],
  },
  {
    seat: 4,
    roles: ['gatekeeper'],
    influence: 8,
    stance: 'neutral',
    judgedAgo: 30,
    coverage: 'brief',
    political: 'structure',
    effort: 0.5,
    confidence: 'explicit',
    note: ['看重三年运行费用', 'Looks at three-year running cost'],
  },
  {
    seat: 2,
    roles: ['coach', 'user'],
    influence: 18,
    stance: 'champion',
    judgedAgo: 2,
    coverage: 'deep',
    political: 'structure',
    effort: 5,
    confidence: 'consensus',
    note: ['主动告知论证会安排', 'Tells us how the evaluation will run'],
  },
  {
    seat: 3,
    roles: ['gatekeeper'],
    influence: 10,
    stance: 'resist',
    judgedAgo: 1,
    coverage: 'deep',
    political: 'structure',
    effort: 11,
    confidence: 'explicit',
    note: ['倾向三家同时入围', 'Prefers three on the list'],
  },
  {
    seat: 8,
    roles: ['gatekeeper'],
    influence: 4,
    stance: 'unknown',
    judgedAgo: null,
    coverage: 'none',
    political: 'outside',
    effort: 0,
    confidence: 'unclear',
    note: ['', ''],
  },
  {
    seat: 5,
    roles: ['purchasing'],
    influence: 6,
    stance: 'neutral',
    judgedAgo: 21,
    coverage: 'brief',
    political: 'outside',
    effort: 1.2,
    confidence: 'inferred',
    note: ['按流程办', 'Goes by the book'],
  },
  {
    seat: 6,
    roles: ['user'],
    influence: 8,
    stance: 'support',
    judgedAgo: 16,
    coverage: 'multiple',
    political: 'outside',
    effort: 1.6,
    confidence: 'explicit',
    note: ['试用反馈由他执笔', 'Writes the trial feedback'],
  },
  {
    seat: 7,
    roles: ['user'],
    influence: 4,
    stance: 'support',
    judgedAgo: 16,
    coverage: 'multiple',
    political: 'outside',
    effort: 1.2,
    confidence: 'explicit',
    note: ['关心排班与培训', 'Cares about shifts and training'],
  },
  {
    seat: null,
    roles: ['gatekeeper'],
    influence: null,
    stance: 'unknown',
    judgedAgo: null,
    coverage: 'unknown',
    political: 'unknown',
    effort: 0,
    confidence: 'unclear',
    note: ['名单待确认', 'List to be confirmed'],
  },
];

export const storyRelations: readonly {
  from: number;
  to: number;
  kind: string;
  confirmed: boolean;
  note: LocalText;
}[] = [
  { from: 1, to: 0, kind: 'reportsTo', confirmed: true, note: ['', ''] },
  { from: 2, to: 0, kind: 'reportsTo', confirmed: true, note: ['', ''] },
  { from: 3, to: 1, kind: 'reportsTo', confirmed: true, note: ['', ''] },
  { from: 4, to: 1, kind: 'reportsTo', confirmed: true, note: ['', ''] },
  { from: 5, to: 1, kind: 'reportsTo', confirmed: true, note: ['', ''] },
  { from: 6, to: 2, kind: 'reportsTo', confirmed: true, note: ['', ''] },
  { from: 7, to: 3, kind: 'reportsTo', confirmed: true, note: ['', ''] },
  { from: 8, to: 3, kind: 'reportsTo', confirmed: true, note: ['', ''] },
  { from: 3, to: 1, kind: 'introduces', confirmed: true, note: ['可引荐', 'Will introduce us'] },
  { from: 1, to: 0, kind: 'influences', confirmed: false, note: ['设备类基本听她的', 'Her word counts for equipment'] },
  { from: 2, to: 0, kind: 'influences', confirmed: false, note: ['', ''] },
  { from: 3, to: 4, kind: 'conflict', confirmed: true, note: ['参数主导权之争', 'Who leads on parameters'] },
  { from: 4, to: 6, kind: 'influences', confirmed: true, note: ['', ''] },
  { from: 9, to: 4, kind: 'influences', confirmed: false, note: ['', ''] },
];

/** What happened last in the deal told in full; `who` are indices of `storyPeople`. */
export const storyActivities: readonly {
  readonly daysAgo: number;
  readonly minute: number;
  readonly kind: string;
  readonly subject: LocalText;
  readonly note: LocalText;
  readonly minutes: number | null;
  readonly who: readonly number[];
}[] = [
  {
    daysAgo: 1,
    minute: at(16, 20),
    kind: 'call',
    subject: ['周建平电话：倾向三家同时入围', 'Jim Pemberton: prefers three on the list'],
    note: [
      '态度从中立变为不支持，理由是避免单一来源。要弄清是他的意思还是院里的意思。',
      'From neutral to against, to avoid a single source. Find out whether that is his view or the board’s.',
    ],
    minutes: 12,
    who: [4],
  },
  {
    daysAgo: 2,
    minute: at(10, 30),
    kind: 'visit',
    subject: [
      '拜访影像科，赵敏愿引荐许副院长',
      'Radiology visit; Mina Jarrett will introduce us to the vice president',
    ],
    note: [
      '纪要编号还没拿到，她答应会后给。论证会改到下月初。',
      'No number of the minutes yet, she promised it. Evaluation moved to early next month.',
    ],
    minutes: 40,
    who: [3, 7],
  },
  {
    daysAgo: 13,
    minute: at(15),
    kind: 'email',
    subject: ['提交行业分析报告 v3', 'Sent industry report v3'],
    note: ['满足高层拜访前置条件。', 'The condition for the executive visit is met.'],
    minutes: null,
    who: [3],
  },
  {
    daysAgo: 16,
    minute: at(14, 30),
    kind: 'meeting',
    subject: ['论证会预演，孙毅、韩雪参加', 'Rehearsal with Ian Sutcliffe and Shirley Hart'],
    note: [
      '两人都认可扫描时间指标，韩雪提出培训名额。',
      'Both accept the scan times; Shirley asks for training places.',
    ],
    minutes: 90,
    who: [7, 8],
  },
  {
    daysAgo: 19,
    minute: at(9, 40),
    kind: 'visit',
    subject: ['设备科核对参数对比表', 'Checked the parameter table with equipment'],
    note: ['三家对比已完成，周科长要求删掉品牌列。', 'Three makers compared; the head wants the brand column removed.'],
    minutes: 55,
    who: [4],
  },
];

/** Proof of the first three criteria of the detailed deal's stage. */
export const storyProofs: readonly { readonly daysAgo: number; readonly note: LocalText }[] = [
  { daysAgo: 35, note: ['需求确认单 v2，赵敏签字', 'Need sheet v2, signed by Mina Jarrett'] },
  { daysAgo: 19, note: ['三家参数对比表', 'Table comparing three makers'] },
  { daysAgo: 12, note: ['5 人，1 人待确认', 'Five people, one to be confirmed'] },
];

/** The seller's own view and where the coach disagrees (coach says no). */
export const storyJudgement = {
  selfTrue: ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C8', 'C9', 'F1', 'F2', 'F3', 'W1'],
  coachFalse: ['C4', 'F1', 'W1'],
  coachTrue: ['C5', 'F2'],
  agreed: ['赵敏主动告知安排，可信', 'Mina Jarrett told us unasked; credible'] as LocalText,
  reason: ['许文澜从未见过，凭赵敏一人转述', 'Wendy Hughes was never met; only Mina Jarrett’s word'] as LocalText,
} as const;

export const storyDirective = {
  text: [
    '本周内当面见到分管院长，核实采购标准',
    'Meet the vice president this week and check the purchase criteria',
  ] as LocalText,
  issuedAgo: 6,
  dueInDays: 2,
} as const;

/** Warnings that people raised; the first deal is the one that is told in full. */
export const storyRisks: readonly {
  readonly deal: number;
  readonly daysAgo: number;
  readonly byManager: boolean;
  readonly text: LocalText;
  readonly cleared?: { readonly daysAgo: number; readonly note: LocalText };
}[] = [
  {
    deal: 0,
    daysAgo: 6,
    byManager: true,
    text: [
      '分管院长只见过一面，论证会前必须再谈一次',
      'The vice president was met only once: talk again before the evaluation',
    ],
  },
  {
    deal: 0,
    daysAgo: 19,
    byManager: false,
    text: ['科室对扫描速度有疑虑', 'The department doubts the scan speed'],
    cleared: { daysAgo: 9, note: ['样板医院参观后科主任已认可', 'Settled by the reference visit; the head agrees'] },
  },
  {
    deal: 1,
    daysAgo: 3,
    byManager: false,
    text: ['预算科目还没有落实到下一年度', 'The budget line is not fixed for next year'],
  },
];

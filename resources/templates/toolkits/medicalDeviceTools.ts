import type { ToolkitTemplate } from '#shared/domain/processes/processTemplate.ts';

type Stage = 'verify' | 'clinical' | 'specification' | 'tender' | 'sign';

/** What helps in the stages of selling equipment to hospitals; by key of the stage. */
export const medicalDeviceTools: Readonly<Record<Stage, readonly ToolkitTemplate[]>> = {
  verify: [
    {
      kind: 'script',
      title: ['首访科主任', 'First visit to the head of department'],
      body: [
        '“主任，咱们这台机器一天做多少人次？预约排到哪天？”\n“去年因为故障停过几次，停一天少做多少检查？”\n“哪些检查现在只能转出去做？一年大概多少例？”\n“如果换，您最想解决的是效率、图像，还是新项目？”\n让主任自己说出“不换不行”的理由，再问一句：“购置申请今年报了吗，报到哪一步？”',
        '“How many exams a day does this machine do, and how long is the waiting list?”\n“How often was it down last year, and how many exams does one day cost?”\n“Which exams have to be sent elsewhere? How many a year?”\n“If it were replaced, what matters most: throughput, image, or new services?”\nLet them say why it cannot go on. Then ask: “Has the purchase request been filed this year, and where is it now?”',
      ],
    },
    {
      kind: 'checklist',
      title: ['立项五件事', 'Five facts of project approval'],
      body: [
        '□ 申请人：哪个科室，谁签字\n□ 分管院长：是谁，主张先买什么\n□ 资金科目：财政、专项债、自筹，到位时间\n□ 上会时间：院长办公会、党委会的日期\n□ 配置证：甲乙类是否需要，名额在不在',
        '□ Applicant: which department, who signed\n□ Vice president in charge: who, and what they would buy first\n□ Cost line: public, special bond or own funds, and when they arrive\n□ Dates of the management and party committees\n□ Licence: needed for class A or B, and is there a quota',
      ],
    },
  ],
  clinical: [
    {
      kind: 'template',
      title: ['行业分析报告（院领导版）', 'Industry report for hospital leaders'],
      body: [
        '拜访分管院长之前必须附上，不超过八页：\n一、同级医院装备水平：台数、年限、检查量（注明来源）\n二、DRG/DIP 下单次检查成本与收入，本院三年趋势\n三、学科排名与区域影像中心建设要求\n四、三年投入产出：保守、适中、积极三档\n五、需要院领导拍板的一件事',
        'Attached before the visit to the vice president, eight pages at most:\n1. Equipment of peer hospitals: number, age, exams, with sources\n2. Cost and income per exam under DRG, the hospital’s own trend over three years\n3. Ranking of the discipline and demands on a regional centre\n4. Three-year return: cautious, middle, ambitious\n5. The one thing to be decided',
      ],
    },
    {
      kind: 'checklist',
      title: ['样板医院参观', 'Visit to a reference hospital'],
      body: [
        '□ 参观医院的病种与检查量和本院相近\n□ 操作技师到场，可以上机\n□ 安排主任与主任单独交谈二十分钟，我方离场\n□ 当场填反馈表：最满意、最担心、还想看什么\n□ 三天内回复“最担心”的那一条',
        '□ Cases and volume of the reference resemble this hospital\n□ Its technicians are there and ours may try\n□ The two heads talk for twenty minutes without us\n□ Feedback sheet on the spot: best, worst worry, what else to see\n□ The worst worry is answered within three days',
      ],
    },
  ],
  specification: [
    {
      kind: 'script',
      title: ['首次拜访分管院长', 'First visit to the vice president in charge'],
      body: [
        '“院长，我只占十五分钟，不谈参数。”\n“同级三家医院这两年在影像上的投入和结果，我整理在这三页里。”\n“对咱们院来说，是先补检查能力，还是先建区域中心，您怎么看？”\n“科室的方案上会之前，您希望论证会回答清楚哪几个问题？”\n只求一件事：论证会怎么开、请谁。',
        '“I need fifteen minutes and no parameters.”\n“What three peer hospitals invested in imaging and what came of it is on these three pages.”\n“What comes first here, capacity or the regional centre?”\n“Which questions should the evaluation answer before it goes to committee?”\nAsk for one thing only: how the evaluation will run and who sits in it.',
      ],
    },
    {
      kind: 'checklist',
      title: ['参数论证自查', 'Check of the parameters'],
      body: [
        '□ 每条关键参数都有临床理由，不写品牌特有名词\n□ 三家以上能够满足，避免被质疑排他\n□ 装机条件（承重、层高、屏蔽、电力）已现场核实\n□ 配置清单分“必备”和“可选”\n□ 论证专家的提问准备了书面答复',
        '□ Every key parameter has a clinical reason and no brand’s own word\n□ Three makers can meet it, so nobody can call it exclusive\n□ Load, height, shielding and power were checked on site\n□ Configuration is split into needed and optional\n□ Written answers to the experts’ likely questions',
      ],
    },
  ],
  tender: [
    {
      kind: 'checklist',
      title: ['废标自查', 'Check against disqualification'],
      body: [
        '□ 授权链完整，授权书日期有效\n□ 医疗器械注册证、经营许可在有效期内\n□ ★条款逐条响应，偏离表无空白\n□ 报价单与分项合计一致，大小写一致\n□ 签字盖章页逐页核对，电子签章已测试\n□ 另一个人从头复核一遍',
        '□ Chain of authorisation complete and dated\n□ Registration and trading licence valid\n□ Every ★ clause answered, no blank in the deviation table\n□ Items add up to the total, words equal figures\n□ Every signed page checked, electronic seal tested\n□ A second person has read all of it',
      ],
    },
    {
      kind: 'script',
      title: ['谈付款方式', 'Talking about payment'],
      body: [
        '“院方按验收付款我们理解。设备到货后，进口环节的税款是我们先垫的。”\n“建议到货三成、验收六成、质保金一成；验收标准按附件三，三十天内组织。”\n“如果必须全款后付，请写明验收最长期限，逾期视为合格。”',
        '“We understand payment on acceptance. Taxes on import are ours to advance when the machine arrives.”\n“We suggest thirty percent on arrival, sixty on acceptance, ten retained; acceptance by annex 3 within thirty days.”\n“If all is paid afterwards, let us write a latest date after which it counts as accepted.”',
      ],
    },
  ],
  sign: [
    {
      kind: 'checklist',
      title: ['中标到签约', 'From award to signature'],
      body: [
        '□ 中标通知书原件已收，公示期无质疑\n□ 合同与招标文件、投标文件无实质差异\n□ 院方用印流程：科室、设备科、财务、法务、院办\n□ 装机排期与机房改造时间对上\n□ 内部交底：销售承诺逐条交给售后',
        '□ Original award letter received, no objection in the notice period\n□ Contract does not differ from tender and bid\n□ Sealing: department, equipment office, finance, legal, president’s office\n□ Installation date fits the rebuilding of the room\n□ Every promise handed over to service, one by one',
      ],
    },
  ],
};

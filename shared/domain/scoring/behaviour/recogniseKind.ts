import type { BehaviourRules } from './behaviourRules.ts';

/* What files call the kinds, most telling first; the first pattern that fits decides. */
const patterns: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['unsubscribe', /退订|取消订阅|unsubscri/iu],
  ['complaint', /投诉|抱怨|complain/iu],
  ['noShow', /爽约|未到场|未出席|缺席|no[- ]?show/iu],
  ['trial', /试用|试机|样机|trial|poc\b|pilot/iu],
  ['demo', /演示|demo/iu],
  ['pricing', /报价|询价|价格页|pricing|quot(e|ation)|rfq/iu],
  ['download', /下载|白皮书|资料|download|white ?paper|brochure/iu],
  ['form', /表单|留资|咨询|提交|form|enquir|inquir|contact us|chat/iu],
  ['referral', /推荐|转介绍|referr/iu],
  ['mailOpened', /(打开|阅读|已读).*邮件|邮件.*(打开|阅读|已读)|(mail|message).*open|open.*(mail|message)/iu],
  ['reply', /回复|reply|repl(ied|ies)|respon[ds]/iu],
  ['event', /活动|展会|研讨|讲座|峰会|直播|论坛|event|webinar|seminar|conference|exhibition|trade ?show/iu],
  ['siteVisit', /网站|网页|页面|官网|浏览|访问|site|web|page|brows/iu],
  ['wechat', /微信|wechat/iu],
  ['call', /电话|通话|call|phone/iu],
  ['email', /邮件|mail/iu],
  ['visit', /拜访|上门|到访|来访|参观|visit/iu],
  ['meeting', /会议|会面|交流|面谈|meeting/iu],
];

/** The kind that a text of a file means: a key, a name of the team's own kind, or a usual word in either language; null when none. */
export function recogniseKind(text: string, rules: BehaviourRules): string | null {
  const wanted = text.trim().toLowerCase();
  const exact = rules.find(
    ({ kind, name }) => kind.toLowerCase() === wanted || (name !== '' && name.trim().toLowerCase() === wanted),
  );
  if (exact) return exact.kind;
  const key = patterns.find(([kind]) => kind.toLowerCase() === wanted);
  return key?.[0] ?? patterns.find(([, pattern]) => pattern.test(wanted))?.[0] ?? null;
}

import type { Texts } from '../catalogue.ts';

export const risks = {
  'risks.card.title': '风险',
  'risks.card.none': '当前没有未解除的风险',
  'risks.card.show': '查看已解除的{{count}}个',
  'risks.card.hide': '收起已解除的{{count}}个',
  'risks.chip.count': '{{count}}个风险',
  'risks.raise.title': '提出风险',
  'risks.raise.button': '提出风险',
  'risks.raise.text': '风险是什么',
  'risks.raise.hint': '例如：预算科目还没有落实',
  'risks.raise.done': '已提出风险',
  'risks.clear.button': '解除',
  'risks.clear.this': '解除风险：{{risk}}',
  'risks.clear.note': '为什么不再是风险',
  'risks.clear.done': '已解除风险',
  'risks.row.byRule': '规则“{{rule}}”',
  'risks.row.cleared': '；{{when}}由{{who}}解除：{{note}}',
} as const satisfies Texts<'risks'>;

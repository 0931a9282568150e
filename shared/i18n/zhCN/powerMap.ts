import type { Texts } from '../catalogue.ts';

export const powerMap = {
  'powerMap.stance.champion': '教练',
  'powerMap.stance.support': '支持',
  'powerMap.stance.neutral': '中立',
  'powerMap.stance.resist': '不支持',
  'powerMap.stance.oppose': '反对',
  'powerMap.stance.unknown': '未知',
  'powerMap.role.approver': '审批人',
  'powerMap.role.decider': '决策人',
  'powerMap.role.user': '使用人',
  'powerMap.role.gatekeeper': '技术把关',
  'powerMap.role.purchasing': '采购',
  'powerMap.role.coach': '教练',
} as const satisfies Texts<'powerMap'>;

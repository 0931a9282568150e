import type { Texts } from '../catalogue.ts';

export const powerMap = {
  'powerMap.stance.champion': '教练',
  'powerMap.stance.support': '支持',
  'powerMap.stance.neutral': '中立',
  'powerMap.stance.resist': '不支持',
  'powerMap.stance.oppose': '反对',
  'powerMap.stance.unknown': '未知',
} as const satisfies Texts<'powerMap'>;

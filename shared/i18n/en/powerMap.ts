import type { Translation } from '../catalogue.ts';
import type { powerMap as source } from '../zhCN/powerMap.ts';

export const powerMap = {
  'powerMap.stance.champion': 'Champion',
  'powerMap.stance.support': 'Supports',
  'powerMap.stance.neutral': 'Neutral',
  'powerMap.stance.resist': 'Resists',
  'powerMap.stance.oppose': 'Opposes',
  'powerMap.stance.unknown': 'Unknown',
} as const satisfies Translation<typeof source>;

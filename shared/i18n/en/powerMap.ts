import type { Translation } from '../catalogue.ts';
import type { powerMap as source } from '../zhCN/powerMap.ts';

export const powerMap = {
  'powerMap.stance.champion': 'Champion',
  'powerMap.stance.support': 'Supports',
  'powerMap.stance.neutral': 'Neutral',
  'powerMap.stance.resist': 'Resists',
  'powerMap.stance.oppose': 'Opposes',
  'powerMap.stance.unknown': 'Unknown',
  'powerMap.role.approver': 'Approver',
  'powerMap.role.decider': 'Decider',
  'powerMap.role.user': 'User',
  'powerMap.role.gatekeeper': 'Gatekeeper',
  'powerMap.role.purchasing': 'Purchasing',
  'powerMap.role.coach': 'Coach',
} as const satisfies Translation<typeof source>;

import type { Translation } from '../catalogue.ts';
import type { pipeline as source } from '../zhCN/pipeline.ts';

export const pipeline = {
  'pipeline.page.title': 'Deals',
  'pipeline.stageClass.verify': 'Verify',
  'pipeline.stageClass.engage': 'Engage',
  'pipeline.stageClass.propose': 'Propose',
  'pipeline.stageClass.negotiate': 'Negotiate',
  'pipeline.stageClass.won': 'Won',
  'pipeline.stageClass.lost': 'Lost',
  'pipeline.status.open': 'Open',
  'pipeline.status.paused': 'Paused',
  'pipeline.status.won': 'Won',
  'pipeline.status.lost': 'Lost',
  'pipeline.status.noDecision': 'No decision',
  'pipeline.undo.move': 'Moved “{{name}}”',
} as const satisfies Translation<typeof source>;

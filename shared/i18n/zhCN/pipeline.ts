import type { Texts } from '../catalogue.ts';

export const pipeline = {
  'pipeline.page.title': '商机',
  'pipeline.stageClass.verify': '验证',
  'pipeline.stageClass.engage': '交流',
  'pipeline.stageClass.propose': '方案',
  'pipeline.stageClass.negotiate': '谈判',
  'pipeline.stageClass.won': '成交',
  'pipeline.stageClass.lost': '输单',
  'pipeline.status.open': '进行中',
  'pipeline.status.paused': '暂停',
  'pipeline.status.won': '成交',
  'pipeline.status.lost': '输单',
  'pipeline.status.noDecision': '客户搁置',
  'pipeline.undo.move': '已移动“{{name}}”',
} as const satisfies Texts<'pipeline'>;

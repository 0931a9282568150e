import type { LocalText, ProcessTemplate, StageTemplate } from '#shared/domain/processes/processTemplate.ts';
import { closedStages } from './closedStages.ts';

const bare = (
  stageClass: StageTemplate['stageClass'],
  name: LocalText,
  winRateMille: number,
  allowedDays: number,
): StageTemplate => ({ key: stageClass, name, description: ['', ''], stageClass, winRateMille, allowedDays });

/** What a process begins with that is made by hand: 验证 → 交流 → 谈判 → 成交 with nothing asked yet. */
export const emptyProcess: ProcessTemplate = {
  key: '',
  name: ['新流程', 'New process'],
  description: ['从空白开始。', 'From scratch.'],
  stages: [
    bare('verify', ['验证', 'Verify'], 100, 15),
    bare('engage', ['交流', 'Engage'], 300, 30),
    bare('negotiate', ['谈判', 'Negotiate'], 700, 30),
    ...closedStages,
  ],
};

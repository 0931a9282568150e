import type { StageTemplate } from '#shared/domain/processes/processTemplate.ts';

/** The two outcomes, the same in every process, so that lines can be compared. */
export const closedStages: readonly StageTemplate[] = [
  {
    key: 'won',
    name: ['成交', 'Won'],
    description: ['合同已签署并收到盖章件。', 'The contract is signed and the sealed copy is in our hands.'],
    stageClass: 'won',
    winRateMille: 1000,
    allowedDays: null,
  },
  {
    key: 'lost',
    name: ['输单', 'Lost'],
    description: [
      '客户选择别家、取消项目，或我方放弃。',
      'The customer chose another supplier, cancelled, or we withdrew.',
    ],
    stageClass: 'lost',
    winRateMille: 0,
    allowedDays: null,
  },
];

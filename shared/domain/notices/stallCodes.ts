/** Why a deal stays longer in a stage than allowed, as its owner says. */
export const stallCodes = [
  'customerDelay',
  'budget',
  'decisionMaker',
  'competitor',
  'technical',
  'internal',
  'lowPriority',
  'other',
] as const;

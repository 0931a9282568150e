/** Fields of a deal that a criterion may ask to be filled in; a team's own fields come as `custom.<name>`. */
export const criterionFields = [
  'amountMinor',
  'expectedClose',
  'ownWinRate',
  'forecastCategory',
  'nextStep',
  'description',
  'source',
  'primaryContactId',
  'accountId',
  'ownerId',
] as const;

/** Whose value a merged record keeps. */
export type MergeChoice = 'winner' | 'loser';

/**
 * The fields that change on the winner of a merge: those chosen from the loser, and, where nothing was chosen, those that
 * the winner has empty (null or blank text) and the loser does not.
 */
export function mergeFields(
  winner: Readonly<Record<string, unknown>>,
  loser: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  choices: Readonly<Record<string, MergeChoice>>,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const field of fields) {
    const choice = choices[field] ?? proposeChoice(winner[field], loser[field]);
    if (choice === 'loser' && winner[field] !== loser[field]) patch[field] = loser[field];
  }
  return patch;
}

/** Whose value is kept unless somebody says otherwise: the winner's, if it has one. */
export function proposeChoice(winner: unknown, loser: unknown): MergeChoice {
  return isEmpty(winner) && !isEmpty(loser) ? 'loser' : 'winner';
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '';

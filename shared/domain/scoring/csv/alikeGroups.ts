import type { LearningColumn } from '../learning/learningTypes.ts';

const LEAST_COLUMNS = 4;
const SEPARATOR = '\u001F';

/**
 * Rows that agree in every answer are likely one case written several times (repeated bids, copies), and a model that has
 * seen one of them knows the others: they are kept together in validation. Only where answers tell rows apart at all: at
 * least four such columns, mostly different rows, and no combination that is simply common; null otherwise.
 */
export function alikeGroups(columns: readonly LearningColumn[], rows: number): string[] | null {
  const answers = columns.filter((column) => column.kind === 'category' && !column.name.endsWith(' · month'));
  if (answers.length < LEAST_COLUMNS) return null;
  const groups = Array.from({ length: rows }, (_, row) => answers.map(({ values }) => values[row]).join(SEPARATOR));
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  let largest = 0;
  for (const size of sizes.values()) largest = Math.max(largest, size);
  if (sizes.size === rows) return null;
  return sizes.size >= rows * 0.4 && largest <= Math.max(20, rows * 0.02) ? groups : null;
}

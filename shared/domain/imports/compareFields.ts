/** A value as it is stored. */
export type StoredValue = string | number | null;
type Row = Readonly<Record<string, StoredValue | undefined>>;

/** One field in which a file and the workspace differ. */
export interface FieldDifference {
  readonly field: string;
  readonly here: StoredValue;
  readonly inFile: StoredValue;
  /** True: a person's value, which stays. */
  readonly kept: boolean;
}

/** What taking a file's values over would change. */
export interface Comparison {
  /** Fields to write. */
  readonly patch: Readonly<Record<string, StoredValue>>;
  readonly differences: readonly FieldDifference[];
}

/**
 * Holds what a file says (`proposed`, only fields it speaks of) against the record. `isPersons` tells whether a person
 * was the last to write a field; it is asked only where the two differ, and such a value stays. `groups` are fields that
 * go together: when one of a group is a person's, all of it stays.
 */
export function compareFields(
  current: Row,
  proposed: Row,
  isPersons: (field: string) => boolean,
  groups: readonly (readonly string[])[] = [],
): Comparison {
  const differing = Object.keys(proposed).filter(
    (field) => proposed[field] !== undefined && proposed[field] !== current[field],
  );
  const keptFields = new Set(differing.filter(isPersons));
  for (const group of groups) {
    if (group.some((field) => keptFields.has(field))) group.forEach((field) => keptFields.add(field));
  }
  const patch: Record<string, StoredValue> = {};
  const differences = differing.map((field): FieldDifference => {
    const kept = keptFields.has(field);
    if (!kept) patch[field] = proposed[field] ?? null;
    return { field, here: current[field] ?? null, inFile: proposed[field] ?? null, kept };
  });
  return { patch, differences };
}

/** Adds a file's unmapped columns to what a record keeps already; the file's word wins per column. Keys are sorted, so equal content is equal text. */
export function mergeCustom(current: string, added: Readonly<Record<string, string>>): string {
  const entries = Object.entries(added);
  if (entries.length === 0) return current;
  const merged = { ...parseCustom(current), ...added };
  return JSON.stringify(Object.fromEntries(Object.entries(merged).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function parseCustom(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/**
 * Tells whether giving `id` the superior `superiorId` would make a circle (also: being its own superior). `superiorOf`
 * answers the superior as it is now. Ends also where the present data already hold a circle elsewhere, as a merge of two
 * people's edits can leave behind.
 */
export function closesCircle(
  id: string,
  superiorId: string | null,
  superiorOf: (id: string) => string | null | undefined,
): boolean {
  const seen = new Set<string>();
  let current: string | null | undefined = superiorId;
  while (current && !seen.has(current)) {
    if (current === id) return true;
    seen.add(current);
    current = superiorOf(current);
  }
  return false;
}

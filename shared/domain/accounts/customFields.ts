/**
 * The unmapped columns of a record as texts, from the JSON object in which they are kept. Values that are not plain are
 * written as JSON; a damaged object gives none rather than failing the page it stands on.
 */
export function customFields(json: string): Record<string, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {};
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(parsed)) {
    if (value !== null) fields[key] = typeof value === 'string' ? value : JSON.stringify(value);
  }
  return fields;
}

const known = new Map<string, readonly string[]>();

/** Roles as they are stored: a JSON list of words. There are few different lists, so each is read once; a broken one is empty. */
export function readRoles(json: string): readonly string[] {
  let roles = known.get(json);
  if (roles === undefined) {
    roles = parse(json);
    if (known.size < 1000) known.set(json, roles);
  }
  return roles;
}

function parse(json: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value.filter((role): role is string => typeof role === 'string') : [];
  } catch {
    return [];
  }
}

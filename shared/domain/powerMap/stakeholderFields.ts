import { type StakeholderFields, stakeholderFieldsSchema } from '../../contract/powerMap.contract.ts';

/** The fields of a stakeholder as they lie in a row: `roles` is JSON, the rest are plain values. */
export type StoredStakeholder = Readonly<
  Record<Exclude<keyof StakeholderFields, 'influence' | 'stanceDate'>, string>
> & {
  readonly influence: number | null;
  readonly stanceDate: string | null;
};

/**
 * Reads a row's fields. A value that this program does not know (written by a newer one, or by an import) becomes what says
 * the least about it, so that one odd row never hides a whole map.
 */
export function stakeholderFields(row: StoredStakeholder): StakeholderFields {
  const shape = stakeholderFieldsSchema.shape;
  return {
    vacantLabel: row.vacantLabel,
    department: row.department,
    roles: knownRoles(row.roles),
    influence: knownOr(shape.influence, row.influence, null),
    stance: knownOr(shape.stance, row.stance, 'unknown'),
    stanceDate: knownOr(shape.stanceDate, row.stanceDate, null),
    coverage: knownOr(shape.coverage, row.coverage, 'unknown'),
    politicalStatus: knownOr(shape.politicalStatus, row.politicalStatus, 'unknown'),
    orientation: knownOr(shape.orientation, row.orientation, 'unknown'),
    responseMode: knownOr(shape.responseMode, row.responseMode, 'unknown'),
    confidence: knownOr(shape.confidence, row.confidence, 'unclear'),
    source: row.source,
    note: row.note,
    privateNote: row.privateNote,
  };
}

const knownOr = <T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  value: unknown,
  otherwise: T,
): T => {
  const parsed = schema.safeParse(value);
  return parsed.success ? (parsed.data as T) : otherwise;
};

/** The buying roles in a row's JSON array; unknown ones are left out. */
export function knownRoles(json: string): StakeholderFields['roles'] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  const role = stakeholderFieldsSchema.shape.roles.element;
  return parsed.flatMap((value) => {
    const parsedRole = role.safeParse(value);
    return parsedRole.success ? [parsedRole.data] : [];
  });
}

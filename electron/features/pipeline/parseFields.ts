import type { OpportunityPatch } from '#db/repositories/opportunity.ts';
import { opportunityFieldsSchema } from '#shared/contract/opportunity.contract.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

const fieldsSchema = opportunityFieldsSchema.partial().strict();
const CUSTOM = 'custom.';
const LONGEST = 2000;

type Value = string | number | null;

/** Fields that came beside a move, checked. */
export interface ParsedFields {
  readonly columns: OpportunityPatch;
  /** The team's own fields by name, without the `custom.` in front. */
  readonly custom: Readonly<Record<string, Value>>;
}

/** Checks fields that came beside a move by the same rules as an edit in place; unknown names are refused, not dropped. */
export function parseFields(fields: Readonly<Record<string, Value>> | undefined): Result<ParsedFields, CommonError> {
  const entries = Object.entries(fields ?? {});
  const custom = Object.fromEntries(
    entries.flatMap(([name, value]) => (name.startsWith(CUSTOM) ? [[name.slice(CUSTOM.length), value] as const] : [])),
  );
  const tooLong = Object.entries(custom).find(
    ([name, value]) => name === '' || name.length > 200 || String(value).length > LONGEST,
  );
  if (tooLong !== undefined)
    return err({
      type: 'invalidInput',
      issues: [{ path: `fields.${CUSTOM}${tooLong[0].slice(0, 200)}`, message: 'size' }],
    });
  const parsed = fieldsSchema.safeParse(Object.fromEntries(entries.filter(([name]) => !name.startsWith(CUSTOM))));
  if (parsed.success) return ok({ columns: parsed.data, custom });
  return err({
    type: 'invalidInput',
    issues: parsed.error.issues.map((issue) => ({
      path: ['fields', ...issue.path].join('.'),
      message: issue.message,
    })),
  });
}

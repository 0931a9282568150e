import type { OpportunityPatch } from '#db/repositories/opportunity.ts';
import { opportunityFieldsSchema } from '#shared/contract/opportunity.contract.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';

const fieldsSchema = opportunityFieldsSchema.partial().strict();

/** Checks fields that came beside a move by the same rules as an edit in place; unknown names are refused, not dropped. */
export function parseFields(
  fields: Readonly<Record<string, string | number | null>> | undefined,
): Result<OpportunityPatch, CommonError> {
  const parsed = fieldsSchema.safeParse(fields ?? {});
  if (parsed.success) return ok(parsed.data);
  return err({
    type: 'invalidInput',
    issues: parsed.error.issues.map((issue) => ({
      path: ['fields', ...issue.path].join('.'),
      message: issue.message,
    })),
  });
}

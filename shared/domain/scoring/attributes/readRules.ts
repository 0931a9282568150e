import { type AttributeRules, attributeRulesSchema } from '../../../contract/attributeRules.ts';
import type { NamedRules } from './chooseRules.ts';

/** The rules of a row; null when they are damaged or a newer program wrote them: nobody is scored by half of a rule. */
export function readRules(body: string): AttributeRules | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return null;
  }
  const known = attributeRulesSchema.safeParse(parsed);
  return known.success ? known.data : null;
}

/** The sets that can be read. */
export const readableRules = (
  rows: readonly { readonly id: string; readonly name: string; readonly body: string }[],
): NamedRules[] =>
  rows.flatMap(({ id, name, body }) => {
    const rules = readRules(body);
    return rules === null ? [] : [{ id, name, body: rules }];
  });

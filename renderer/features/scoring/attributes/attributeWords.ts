import type { AttributeProblem } from '#shared/contract/attributeRules.ts';
import type { ScoredEntity } from '#shared/contract/attributeScore.contract.ts';
import { customName } from '#shared/domain/scoring/attributes/attributeFacts.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** What a field is called: the team's own by the name that the team gave it. */
export function fieldWord(t: Translate, field: string): string {
  const own = customName(field);
  if (own !== null) return own;
  const key = `attributes.field.${field}`;
  return isTextKey(key) ? t(key as 'attributes.field.name') : field;
}

/** Accounts or leads. */
export const entityWord = (t: Translate, entity: ScoredEntity): string => t(`attributes.entity.${entity}`);

/** The sentence of a problem. */
export const problemWord = (t: Translate, { code, about }: AttributeProblem): string =>
  t(`attributes.problem.${code}`, { about });

/** Words as they are typed into one line: 、 and commas part them. */
export const splitWords = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、,，;；\n]/u)
      .map((word) => word.trim().slice(0, 80))
      .filter((word) => word !== ''),
  ),
];

import type { AttributeBand, AttributeField, AttributeRules } from '../../../contract/attributeRules.ts';
import { type LocalText, type TemplateLocale, textIn } from '../../processes/processTemplate.ts';

/** One level of a criterion over words. */
export interface LevelTemplate {
  readonly points: number;
  readonly words: readonly LocalText[];
  /** Left out: the fact has the word somewhere in it. */
  readonly exact?: true;
}

/** One criterion as a template states it; a name in both languages stands for a field of the team's own. */
export interface CriterionRuleTemplate {
  readonly key: string;
  readonly field: AttributeField | LocalText;
  readonly weight: number;
  readonly group?: LocalText;
  readonly levels?: readonly LevelTemplate[];
  readonly bands?: readonly AttributeBand[];
  readonly otherwise?: number;
}

/** A rule set that comes with the program. */
export interface AttributeTemplate {
  /** The same as that of the process template of the industry. */
  readonly key: string;
  readonly name: LocalText;
  readonly industries: readonly LocalText[];
  readonly criteria: readonly CriterionRuleTemplate[];
  readonly caps?: readonly { readonly group: LocalText; readonly weight: number }[];
}

/** Share of the weight that must be known before a figure of a shipped set is shown as firm. */
export const LEAST_KNOWN = 0.4;

/** The rules of a template in one language: words stand in records as people write them there. */
export function instantiateRules(template: AttributeTemplate, locale: TemplateLocale): AttributeRules {
  const say = (text: LocalText): string => textIn(text, locale);
  const all = (texts: readonly LocalText[]): string[] => [...new Set(texts.map(say))];
  return {
    version: 1,
    industries: all(template.industries),
    criteria: template.criteria.map(({ key, field, weight, group, levels, bands, otherwise = 0 }) => ({
      key,
      field: typeof field === 'string' ? field : `custom:${say(field)}`,
      weight,
      group: group ? say(group) : '',
      earns: bands
        ? { kind: 'bands', bands: [...bands], otherwise }
        : {
            kind: 'values',
            choices: (levels ?? []).map(({ points, words, exact }) => ({
              words: all(words),
              match: exact ? 'exact' : 'contains',
              points,
            })),
            otherwise,
          },
    })),
    caps: (template.caps ?? []).map(({ group, weight }) => ({ group: say(group), weight })),
    leastKnown: LEAST_KNOWN,
  };
}

import { sampleFields, sampleRegions } from '#resources/sample/attributeFacts.ts';
import type { SampleIndustry } from '#resources/sample/industries.ts';
import { allAttributeTemplates } from '#resources/templates/attributes/allAttributeTemplates.ts';
import { generalRules } from '#resources/templates/attributes/generalB2b.ts';
import { textIn, type TemplateLocale } from '#shared/domain/processes/processTemplate.ts';
import { instantiateRules } from '#shared/domain/scoring/attributes/attributeTemplate.ts';
import type { WriteDb } from '../handles.ts';
import { addRuleSet } from '../repositories/scoringAttributes.ts';
import { say, type SampleStudio } from './sampleStudio.ts';

/** What the shipped rule sets are written for; `templates` are keys of process templates, unknown ones are passed over. */
export interface AttributeRulesUse {
  readonly newId: () => string;
  /** Epoch ms. */
  readonly now: number;
  readonly locale: TemplateLocale;
  readonly templates: readonly string[];
}

/** The rows of the general rule set and of those of the given templates. */
export function attributeRuleRows({ newId, now, locale, templates }: AttributeRulesUse) {
  return allAttributeTemplates
    .filter(({ key }) => key === generalRules.key || templates.includes(key))
    .map((template) => ({
      id: newId(),
      kind: 'attribute',
      name: textIn(template.name, locale),
      industry: template.key,
      body: JSON.stringify(instantiateRules(template, locale)),
      createdAt: now,
    }));
}

/** Writes the general rule set and those of the given templates. */
export function insertAttributeRules(db: WriteDb, use: AttributeRulesUse): void {
  for (const row of attributeRuleRows(use)) addRuleSet(db, row);
}

/**
 * Where an account is and what the team noted about it, drawn from a stream of its own so that everything else of the sample
 * stays as it was. Not everything is known of everybody, as in life: of a tenth nearly nothing is.
 */
export function accountFacts(
  studio: SampleStudio,
  industry: SampleIndustry,
  known: { readonly employees: number; readonly annualRevenueMinor: number; readonly grade: string },
) {
  const { facts } = studio;
  const thorough = facts.chance(0.9);
  const isKnown = (share: number): boolean => facts.chance(thorough ? share : 0.08);
  const [fewest, most] = industry.employees;
  const size = Math.log(known.employees / fewest) / Math.log(most / fewest);
  return {
    region: isKnown(0.94) ? regionOf(studio) : '',
    employees: isKnown(0.88) ? known.employees : null,
    annualRevenueMinor: isKnown(0.75) ? known.annualRevenueMinor : null,
    grade: isKnown(0.92) ? known.grade : '',
    custom: ownFields(studio, industry, size, () => isKnown(0.7)),
  };
}

/** What a lead says of its company: the trade and the region mostly, seldom more. */
export function leadFacts(studio: SampleStudio, industry: SampleIndustry) {
  const { facts } = studio;
  const thorough = facts.chance(0.85);
  return {
    industry: facts.chance(thorough ? 0.9 : 0.4) ? say(studio, industry.name) : '',
    region: facts.chance(thorough ? 0.85 : 0.2) ? regionOf(studio) : '',
    custom: ownFields(studio, industry, facts.next(), () => facts.chance(thorough ? 0.3 : 0.02)),
  };
}

const regionOf = (studio: SampleStudio): string =>
  say(studio, sampleRegions[studio.facts.weighted(sampleRegions.map(({ weight }) => weight))]!.name);

/** `size` 0..1 says how large the organisation is among its kind. */
function ownFields(studio: SampleStudio, industry: SampleIndustry, size: number, isKnown: () => boolean): string {
  const { facts } = studio;
  const fields: Record<string, string> = {};
  for (const field of sampleFields[industry.key] ?? []) {
    const place = Math.max(0, Math.min(1, size + 0.18 * facts.normal()));
    const word = facts.next();
    if (!isKnown()) continue;
    if ('words' in field)
      fields[say(studio, field.name)] = say(studio, field.words[Math.floor(word * field.words.length)]!);
    else {
      const number = field.low * (field.high / field.low) ** place;
      fields[say(studio, field.name)] = String(Math.max(field.unit, Math.round(number / field.unit) * field.unit));
    }
  }
  return JSON.stringify(fields);
}

import { type LocalText, type TemplateLocale, textIn } from '#shared/domain/processes/processTemplate.ts';
import type { Prng } from '#shared/lib/prng.ts';
import type { SampleDays } from './sampleDays.ts';
import type { SampleRows } from './sampleRows.ts';
import type { SampleProfile } from './sampleSize.ts';

/** What every part of the generator works with. `rows` is the batch being filled, replaced after each write. */
export interface SampleStudio {
  readonly prng: Prng;
  /** A stream of its own for facts about customers, and ids for their rules: what else is drawn does not move with them. */
  readonly facts: Prng;
  readonly newRuleId: (at: number) => string;
  readonly newId: (at: number) => string;
  readonly days: SampleDays;
  readonly locale: TemplateLocale;
  readonly profile: SampleProfile;
  rows: SampleRows;
}

/** The text in the sample's language, `{X}` replaced by the given words. */
export function say(studio: SampleStudio, text: LocalText, fill: Readonly<Record<string, string>> = {}): string {
  const plain = textIn(text, studio.locale);
  return plain.includes('{') ? plain.replace(/\{(\w)\}/g, (whole, key: string) => fill[key] ?? whole) : plain;
}

/** A mobile number of a range (154) that no operator has been given; nearly every draw is another one. */
export const sampleMobile = (prng: Prng): string => `154${String(prng.int(0, 99_999_999)).padStart(8, '0')}`;

/** A moment in working hours: 8:40 to 18:00, most of it around ten and three. */
export function workMinute(prng: Prng): number {
  const morning = prng.chance(0.55);
  const middle = morning ? 615 : 920;
  return Math.round(Math.max(520, Math.min(1080, middle + 65 * prng.normal())));
}

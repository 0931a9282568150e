import {
  brandHeads,
  brandHeadsEn,
  brandTails,
  brandTailsEn,
  firstNamesEn,
  givenNames,
  givenNamesShort,
  lastNamesEn,
  placeHeads,
  placeHeadsEn,
  placeTails,
  placeTailsEn,
  surnames,
} from '#resources/sample/names.ts';
import { type LocalText, type TemplateLocale, textIn } from '#shared/domain/processes/processTemplate.ts';
import type { Prng } from '#shared/lib/prng.ts';

/** Invented names in one language; organisations never repeat. */
export interface SampleNames {
  place(): string;
  organisation(patterns: readonly LocalText[], place: string): string;
  person(): string;
  /** Takes a name out of the draw and gives it back. */
  reserve(name: string): string;
}

/** Draws names from the given stream. */
export function createSampleNames(prng: Prng, locale: TemplateLocale): SampleNames {
  const english = locale === 'en';
  const taken = new Set<string>();
  const join = (heads: readonly string[], tails: readonly string[]): string => {
    const head = prng.pick(heads);
    const tail = prng.pick(tails);
    return head === tail ? join(heads, tails) : head + tail;
  };
  const place = (): string => (english ? join(placeHeadsEn, placeTailsEn) : join(placeHeads, placeTails));
  const brand = (): string => (english ? join(brandHeadsEn, brandTailsEn) : join(brandHeads, brandTails));
  const ordinal = (): string => (english ? String(prng.int(1, 9)) : '一二三四五六七八九'.charAt(prng.int(0, 8)));
  const organisation = (patterns: readonly LocalText[], where: string): string => {
    for (let attempt = 0; ; attempt += 1) {
      // A place may have all its hospitals already; then another place is asked.
      const at = attempt < 8 ? where : place();
      const name = textIn(prng.pick(patterns), locale).replace('{P}', at).replace('{B}', brand).replace('{N}', ordinal);
      if (taken.has(name)) continue;
      taken.add(name);
      return name;
    }
  };
  const person = (): string => {
    if (english) return `${prng.pick(firstNamesEn)} ${prng.pick(lastNamesEn)}`;
    // The square favours the front of the list, where the frequent names are.
    const surname = surnames[Math.floor(prng.next() ** 1.6 * surnames.length)]!;
    return surname + prng.pick(prng.chance(0.3) ? givenNamesShort : givenNames);
  };
  const reserve = (name: string): string => {
    taken.add(name);
    return name;
  };
  return { place, organisation, person, reserve };
}

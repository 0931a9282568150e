import { isTextKey } from './catalogues.ts';
import type { Translate } from './translator.ts';

/** The words for what a model looks at; a column that the catalogue does not know (a field of one's own) stands as it is. */
export function featureText(name: string, t: Translate): string {
  const key = `scoring.feature.${name}`;
  return isTextKey(key) ? t(key) : name;
}

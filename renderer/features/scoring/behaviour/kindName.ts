import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';

/** What a kind of event is called: by the program, by the team, or as the file has it. */
export function kindName(t: Translate, kind: string, own = ''): string {
  const key = `behaviour.kind.${kind}`;
  return isTextKey(key) ? t(key) : own || kind;
}

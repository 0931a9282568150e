import { useT } from '#renderer/platform/language.ts';

/** The first screen of all: sample, import, empty, or a workspace opened before. */
export function StartScreen() {
  const t = useT();
  return <h1>{t('start.page.heading')}</h1>;
}

import { useEffect } from 'react';
import { useT } from '#renderer/platform/language.ts';

/** Names the window after the screen; `PageBar` includes it. */
export function PageTitle({ title }: { readonly title: string }) {
  const t = useT();
  const name = t('app.name.short');
  useEffect(() => {
    document.title = title === '' ? name : `${title} – ${name}`;
  }, [title, name]);
  return null;
}

import { useEffect } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { titleCount } from '#renderer/platform/titleCount.ts';

/** Names the window after the screen, the open reminders before it; `PageBar` includes it. */
export function PageTitle({ title }: { readonly title: string }) {
  const t = useT();
  const name = t('app.name.short');
  const count = titleCount((state) => state.count);
  useEffect(() => {
    const words = title === '' ? name : `${title} – ${name}`;
    document.title = count === 0 ? words : `(${count}) ${words}`;
  }, [title, name, count]);
  return null;
}

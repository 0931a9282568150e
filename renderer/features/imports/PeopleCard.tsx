import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import type { Trial } from './importStore.ts';

/** What becomes of the people that the files name. */
export function PeopleCard({ trial }: { readonly trial: Trial }) {
  const t = useT();
  const counts = trial.counts.find(({ entity }) => entity === 'member');
  const [create, implied] = [counts?.create ?? 0, counts?.implied ?? 0];
  return (
    <Card title={t('imports.people.title')}>
      {create > 0 ? <p>{t('imports.people.file', { count: create })}</p> : null}
      {implied > 0 ? <p>{t('imports.people.implied', { count: implied })}</p> : null}
      {create + implied === 0 ? <p>{t('imports.people.none')}</p> : null}
    </Card>
  );
}

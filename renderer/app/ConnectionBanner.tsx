import { CloudOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { readConnection, subscribeConnection } from '#renderer/platform/connection.ts';
import { useT } from '#renderer/platform/language.ts';
import { queryClient } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './ConnectionBanner.module.css';

/** Says that the core does not answer, for as long as it does not. */
export function ConnectionBanner() {
  const t = useT();
  const connection = useSyncExternalStore(subscribeConnection, readConnection);
  if (connection !== 'lost' && connection !== 'unauthorised') return null;
  const lost = connection === 'lost';
  return (
    <div className={styles.banner} role="alert">
      <CloudOff size={16} strokeWidth={1.75} aria-hidden />
      <span>{t(lost ? 'app.connection.lost' : 'app.connection.unauthorised')}</span>
      {lost ? (
        <Button size="small" onClick={() => void queryClient.invalidateQueries()}>
          {t('app.connection.retry')}
        </Button>
      ) : null}
    </div>
  );
}

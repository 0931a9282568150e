import { Plus, Search } from 'lucide-react';
import { lazy, Suspense, useCallback } from 'react';
import { runCommand, useHasCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { pageBarSlot } from '#renderer/ui/pageBarSlot.ts';
import styles from './TopBar.module.css';

const NoticeBell = lazy(async () => ({
  default: (await import('#renderer/features/notices/NoticeBell.tsx')).NoticeBell,
}));

/** The bar above every screen: the screen's own part, the way to the palette, and 记一笔. */
export function TopBar() {
  const t = useT();
  const canLog = useHasCommand('activity.log');
  const slot = useCallback((element: HTMLElement | null) => pageBarSlot.setState({ element }), []);
  return (
    <header className={styles.bar}>
      <div ref={slot} className={styles.slot} />
      <button
        type="button"
        className={styles.find}
        onClick={() => runCommand('app.palette')}
        aria-keyshortcuts="Control+K"
      >
        <Search size={14} strokeWidth={1.75} aria-hidden />
        <span>{t('app.topBar.search')}</span>
        <Kbd keys="mod+k" />
      </button>
      <span className={styles.bell}>
        <Suspense fallback={null}>
          <NoticeBell />
        </Suspense>
      </span>
      {canLog ? (
        <Button tone="primary" icon={Plus} keys="l" onClick={() => runCommand('activity.log')}>
          {t('app.topBar.logActivity')}
        </Button>
      ) : null}
    </header>
  );
}

import { Outlet } from '@tanstack/react-router';
import { useT } from '#renderer/platform/language.ts';
import { AppCommands } from './AppCommands.tsx';
import styles from './Frame.module.css';
import { Overlays } from './Overlays.tsx';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

/** The house around every room: rail, top bar, and what lies above all screens. */
export function Frame() {
  const t = useT();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content">
        {t('app.skip.toContent')}
      </a>
      <Rail />
      <div className={styles.main}>
        <TopBar />
        <main id="content" className={styles.content} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <AppCommands />
      <Overlays />
    </div>
  );
}

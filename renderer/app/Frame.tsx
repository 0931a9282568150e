import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { AppCommands } from './AppCommands.tsx';
import styles from './Frame.module.css';
import { Rail } from './Rail.tsx';
import { overlays } from './rooms.ts';
import { TopBar } from './TopBar.tsx';

const overlayComponents = overlays.map(({ load, screen }) =>
  lazy(async () => {
    const component = (await load())[screen];
    if (!component) throw new Error(`No export ${screen}`);
    return { default: component };
  }),
);

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
      <Suspense fallback={null}>
        {overlayComponents.map((Overlay, index) => (
          <Overlay key={overlays[index]?.screen} />
        ))}
      </Suspense>
    </div>
  );
}

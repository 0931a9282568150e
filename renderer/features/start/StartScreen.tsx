import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { BrandMark } from '#renderer/ui/BrandMark.tsx';
import { PageTitle } from '#renderer/ui/PageTitle.tsx';
import { CreateDialog } from './CreateDialog.tsx';
import { FailurePanel } from './FailurePanel.tsx';
import { LookSwitches } from './LookSwitches.tsx';
import { RecentWorkspaces } from './RecentWorkspaces.tsx';
import styles from './StartScreen.module.css';
import { StartChoices } from './StartChoices.tsx';
import { useEntrance } from './useEntrance.ts';

/** The first screen of all: sample, import, empty, or a workspace opened before. */
export function StartScreen() {
  const t = useT();
  const entrance = useEntrance();
  const [creating, setCreating] = useState(false);
  return (
    <div className={styles.screen}>
      <PageTitle title={t('start.page.title')} />
      <header className={styles.top}>
        <span className={styles.brand}>
          <BrandMark />
          <b>{t('app.name.short')}</b>
        </span>
        <LookSwitches />
      </header>
      <main className={styles.column}>
        <div className={styles.lead}>
          <h1 className={styles.heading}>{t('start.page.heading')}</h1>
          <p className={styles.promise}>{t('start.page.promise')}</p>
        </div>
        {entrance.failure ? <FailurePanel failure={entrance.failure} onRestore={entrance.restore} /> : null}
        <StartChoices entrance={entrance} onCreate={() => setCreating(true)} />
        <RecentWorkspaces entrance={entrance} />
      </main>
      <CreateDialog
        open={creating}
        busy={entrance.busy === 'empty'}
        onClose={() => setCreating(false)}
        onCreate={(name, personName) => {
          setCreating(false);
          entrance.createEmpty(name, personName);
        }}
      />
    </div>
  );
}

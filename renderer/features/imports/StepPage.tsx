import type { ReactNode } from 'react';
import { importStore } from './importStore.ts';
import styles from './StepPage.module.css';
import { WorkLine } from './WorkLine.tsx';

interface StepPageProps {
  /** At the left of the buttons: what will happen, or what is missing. */
  readonly note?: ReactNode;
  /** Back, and on to the next step. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One step: its content scrolls, its buttons stay; while work runs they give way to its progress. */
export function StepPage({ note, actions, children }: StepPageProps) {
  const working = importStore(({ work }) => work !== null);
  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.column}>{children}</div>
      </div>
      {working || note || actions ? (
        <footer className={styles.foot}>
          <WorkLine>
            <div className={styles.note}>{note}</div>
            {actions}
          </WorkLine>
        </footer>
      ) : null}
    </>
  );
}

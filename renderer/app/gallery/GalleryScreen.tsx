import { PageBar } from '#renderer/ui/PageBar.tsx';
import { ControlSamples } from './ControlSamples.tsx';
import { FigureSamples } from './FigureSamples.tsx';
import styles from './GalleryScreen.module.css';
import { StateSamples } from './StateSamples.tsx';

/** Every piece of the ui folder on one screen, for looking at; only in development builds. */
export function GalleryScreen() {
  return (
    <>
      <PageBar title="Gallery" />
      <div className={styles.grid}>
        <ControlSamples />
        <FigureSamples />
        <StateSamples />
      </div>
    </>
  );
}

import { useT } from '#renderer/platform/language.ts';
import styles from './Skeleton.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

interface SkeletonProps {
  /** As many rows as will come, in their height: nothing jumps when they are there. */
  readonly rows?: number;
  readonly height?: number;
  readonly gap?: number;
}

/** Rows to come. Shows only after 150 ms, so that what is fast does not flicker. */
export function Skeleton({ rows = 5, height = 40, gap = 8 }: SkeletonProps) {
  const t = useT();
  return (
    <div className={styles.skeleton} style={{ gap }} aria-busy>
      <VisuallyHidden>{t('app.loading.label')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} style={{ height }} />
      ))}
    </div>
  );
}

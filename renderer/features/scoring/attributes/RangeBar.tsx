import styles from './AttributeCard.module.css';

interface RangeBarProps {
  readonly low: number;
  readonly high: number;
  readonly points: number | null;
  readonly thin: boolean;
}

/** Where the points lie between 0 and 100, and how far they could still go; the words beside it say the same. */
export function RangeBar({ low, high, points, thin }: RangeBarProps) {
  return (
    <span className={styles.track} aria-hidden>
      <span className={styles.span} style={{ left: `${low}%`, width: `${Math.max(0.5, high - low)}%` }} />
      {points === null ? null : (
        <span className={thin ? styles.hollowDot : styles.dot} style={{ left: `${points}%` }} />
      )}
    </span>
  );
}

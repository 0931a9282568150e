import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import styles from './Sparkline.module.css';

interface SparklineProps {
  /** Points 0..100 by the end of each week, oldest first. */
  readonly weeks: readonly { readonly at: number; readonly points: number }[];
}

const WIDTH = 140;
const HEIGHT = 36;
const PAD = 3;

/** The score of the last weeks as one line; each week says its figure. */
export function Sparkline({ weeks }: SparklineProps) {
  const t = useT();
  const format = useFormat();
  const most = Math.max(10, ...weeks.map(({ points }) => points));
  const x = (index: number) => PAD + (index * (WIDTH - 2 * PAD)) / Math.max(1, weeks.length - 1);
  const y = (points: number) => HEIGHT - PAD - (points / most) * (HEIGHT - 2 * PAD);
  const line = weeks.map(({ points }, index) => `${x(index).toFixed(1)},${y(points).toFixed(1)}`).join(' ');
  const first = format.number(weeks[0]?.points ?? 0);
  const last = format.number(weeks.at(-1)?.points ?? 0);
  const slot = (WIDTH - 2 * PAD) / Math.max(1, weeks.length - 1);
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('behaviour.card.trend', { first, last })}
    >
      <line className={styles.base} x1={PAD} x2={WIDTH - PAD} y1={HEIGHT - PAD} y2={HEIGHT - PAD} />
      <polyline className={styles.stroke} points={line} />
      <circle className={styles.dot} cx={x(weeks.length - 1)} cy={y(weeks.at(-1)?.points ?? 0)} r={2.5} />
      {weeks.map(({ at, points }, index) => (
        <rect
          key={at}
          className={styles.slot}
          x={x(index) - slot / 2}
          y={0}
          width={slot}
          height={HEIGHT}
          data-tip={t('behaviour.card.week', { date: format.instantDay(at), points: format.number(points) })}
        />
      ))}
    </svg>
  );
}

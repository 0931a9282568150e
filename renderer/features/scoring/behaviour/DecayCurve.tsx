import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { leftOfTen } from './ruleDraft.ts';
import styles from './Sparkline.module.css';

interface DecayCurveProps {
  readonly halfLifeDays: number;
}

const WIDTH = 84;
const HEIGHT = 24;
const DAYS = 90;

/** What is left of 10 points over 90 days, small. */
export function DecayCurve({ halfLifeDays }: DecayCurveProps) {
  const t = useT();
  const format = useFormat();
  const line = Array.from({ length: 31 }, (_, step) => {
    const days = (step * DAYS) / 30;
    const y = HEIGHT - 2 - (leftOfTen(halfLifeDays, days) / 10) * (HEIGHT - 4);
    return `${((step / 30) * WIDTH).toFixed(1)},${y.toFixed(1)}`;
  }).join(' ');
  const words = t('behaviour.rules.curveText', {
    month: format.number(leftOfTen(halfLifeDays, 30), 1),
    quarter: format.number(leftOfTen(halfLifeDays, 90), 1),
  });
  return (
    <span data-tip={words}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={words}
        className={styles.line}
      >
        <line className={styles.base} x1={0} x2={WIDTH} y1={HEIGHT - 2} y2={HEIGHT - 2} />
        <polyline className={styles.stroke} points={line} />
      </svg>
    </span>
  );
}

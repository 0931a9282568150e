import { useFormat } from '#renderer/platform/format.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './figure.module.css';

interface PercentProps {
  /** 0..1; null when unknown. */
  readonly share: number | null;
  /** Upper end, for an interval: 18–47%. */
  readonly to?: number;
  readonly decimals?: number;
}

/** A share as percent, or an interval of shares. */
export function Percent({ share, to, decimals = 0 }: PercentProps) {
  const format = useFormat();
  const figure =
    share === null
      ? NO_FIGURE
      : to === undefined
        ? format.percent(share, decimals)
        : format.percentRange(share, to, decimals);
  return <span className={styles.figure}>{figure}</span>;
}

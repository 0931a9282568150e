import { useFormat } from '#renderer/platform/format.ts';
import type { MoneyScale } from '#shared/i18n/formatMoney.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './figure.module.css';

interface AmountProps {
  /** Minor units; null when nobody knows. */
  readonly minor: number | null;
  /** The workspace's currency unless given. */
  readonly currency?: string;
  /** Fixes the unit of a column. */
  readonly scale?: MoneyScale;
}

/** An amount in its short form; the whole amount on hover. */
export function Amount({ minor, currency, scale }: AmountProps) {
  const format = useFormat();
  if (minor === null) return <span className={styles.figure}>{NO_FIGURE}</span>;
  return (
    <span className={styles.figure} data-tip={format.moneyExact(minor, currency)}>
      {format.money(minor, currency, scale)}
    </span>
  );
}

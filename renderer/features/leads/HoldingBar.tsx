import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import type { LeadRow } from '#shared/contract/lead.contract.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './HoldingBar.module.css';

/** What is left of the holding time: a thin bar and the days in words, red below 30 %. */
export function HoldingBar({ holding }: { readonly holding: LeadRow['holding'] }) {
  const t = useT();
  if (holding === null) return <span className={styles.none}>{NO_FIGURE}</span>;
  const words = holding.over ? t('leads.holding.over') : t('leads.holding.left', { count: holding.daysLeft });
  return (
    <span className={classNames(styles.holding, holding.urgent && styles.urgent)}>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ width: `${Math.round(holding.share * 100)}%` }} />
      </span>
      <span className={styles.words}>{words}</span>
    </span>
  );
}

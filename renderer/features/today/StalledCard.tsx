import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import styles from './StalledCard.module.css';

/** Deals over their allowed days without a next step: the ones that nobody would miss in a task list. */
export function StalledCard({ deals }: { readonly deals: readonly DealCard[] }) {
  const t = useT();
  return (
    <Card title={t('today.stalled.title')} sub={deals.length > 0 ? deals.length : null} flush>
      {deals.length === 0 ? (
        <p className={styles.none}>{t('today.stalled.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {deals.map((deal) => (
            <li key={deal.id} className={styles.row}>
              <div className={styles.what}>
                <Link to={paths.deal(deal.id)}>{deal.name}</Link>
                <span className={styles.where}>{deal.account?.name}</span>
              </div>
              <Amount minor={deal.amountMinor} currency={deal.currency} />
              {deal.daysOver === null ? null : <StallTag daysOver={deal.daysOver} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

import { runCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import { StallText } from '#renderer/ui/StallText.tsx';
import type { DealCard } from '#shared/contract/pipeline.contract.ts';
import styles from './StallCard.module.css';

/** On a deal that stays too long: why, as was said last, or the question. */
export function StallCard({ card }: { readonly card: DealCard }) {
  const t = useT();
  if (card.daysOver === null || card.status !== 'open') return null;
  const ask = () => runCommand('deal.stallReason', { opportunityId: card.id, name: card.name });
  return (
    <section className={styles.card} aria-label={t('notices.stall.title')}>
      <StallTag daysOver={card.daysOver} />
      <p className={styles.words}>
        {card.stall ? (
          <>
            <StallText stall={card.stall} />{' '}
            <span className={styles.when}>
              <DateText at={card.stall.at} />
            </span>
          </>
        ) : (
          t('notices.stall.none')
        )}
      </p>
      <Button size="small" tone={card.stall ? 'quiet' : 'plain'} onClick={ask}>
        {t(card.stall ? 'app.action.edit' : 'notices.action.reason')}
      </Button>
    </section>
  );
}

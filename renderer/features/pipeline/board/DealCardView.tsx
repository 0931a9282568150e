import { Check } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { dragStore } from '#renderer/adapters/board/dragStore.ts';
import { useDraggableCard } from '#renderer/adapters/board/useDraggableCard.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useToday } from '#renderer/platform/region.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { C139Chip } from '#renderer/ui/C139Chip.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Light } from '#renderer/ui/Light.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { WinRates } from '#renderer/ui/WinRates.tsx';
import type { DealCard, Stage } from '#shared/contract/pipeline.contract.ts';
import { closeText, nextStepOf } from '../cardTexts.ts';
import { dealsMeant, renewDeal, selectionStore } from '../selectionStore.ts';
import styles from './DealCardView.module.css';

interface DealCardViewProps {
  readonly card: DealCard;
  readonly stage: Stage;
  /** C139 has a colour from the stage on that asks for it. */
  readonly c139Coloured: boolean;
  /** The one card of the board that Tab reaches. */
  readonly tabbable: boolean;
}

/** Height of every card, pixels: the virtual columns count on it. */
export const CARD_HEIGHT = 167;

/** A deal on the board. What it does on click and key is the board's to know; the card only shows. */
export const DealCardView = memo(function DealCardView({ card, stage, c139Coloured, tabbable }: DealCardViewProps) {
  const t = useT();
  const format = useFormat();
  const today = useToday();
  const element = useRef<HTMLElement>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const selected = selectionStore(({ chosen }) => chosen.has(card.id));
  const dragged = dragStore(({ ids }) => ids.includes(card.id));
  useFocusFollows(link, card.id);
  useEffect(() => renewDeal(card), [card]);
  useDraggableCard(element, {
    id: card.id,
    columnId: stage.id,
    idsToDrag: () => dealsMeant(card).map(({ id }) => id),
    label: card.name,
  });
  const next = nextStepOf(card.next, today, t, format);
  return (
    <article
      ref={element}
      data-deal={card.id}
      className={classNames(styles.card, selected && styles.selected, dragged && styles.dragged)}
    >
      <div className={styles.line}>
        <span className={styles.account}>{card.account?.name ?? t('pipeline.card.noAccount')}</span>
        {selected ? (
          <span className={styles.check} aria-hidden>
            <Check size={12} strokeWidth={2.5} />
          </span>
        ) : (
          <Avatar name={card.owner?.name ?? null} />
        )}
      </div>
      <h3 className={styles.title}>
        <a ref={link} href={paths.deal(card.id)} draggable={false} tabIndex={tabbable ? 0 : -1} className={styles.link}>
          {card.name}
          {selected ? <VisuallyHidden>{t('pipeline.card.selected')}</VisuallyHidden> : null}
        </a>
      </h3>
      <div className={styles.amount}>
        <b>
          {card.amountMinor === null ? (
            t('pipeline.card.noAmount')
          ) : (
            <Amount minor={card.amountMinor} currency={card.currency} />
          )}
        </b>
        <span className={styles.close}>{closeText(card.expectedClose, today, format)}</span>
      </div>
      <div className={styles.rates}>
        <WinRates
          stage={card.stageWinRate}
          own={card.ownWinRate}
          model={card.modelWinRate}
          stageClass={stage.stageClass}
        />
      </div>
      <div className={styles.chips}>
        {card.c139 ? <C139Chip {...card.c139} coloured={c139Coloured} /> : null}
        <span className={styles.tasks}>
          <Tag tone="outlined" icon={Check} tip={t('pipeline.card.tasks', card.tasks)}>
            {card.tasks.done}/{card.tasks.total}
          </Tag>
        </span>
        {card.daysOver === null ? null : (
          <span className={styles.stall}>
            <StallTag daysOver={card.daysOver} stall={card.stall} />
          </span>
        )}
      </div>
      <div className={classNames(styles.next, styles[next.light])}>
        <Light state={next.light} silent />
        <span className={styles.nextText}>{next.text}</span>
      </div>
    </article>
  );
});

/**
 * The focus goes where the focused deal goes: when its card is mounted anew, in another column or after scrolling, it takes
 * the focus that its old card lost.
 */
function useFocusFollows(link: React.RefObject<HTMLAnchorElement | null>, id: string): void {
  const focused = selectionStore(({ focus }) => focus?.id === id);
  useEffect(() => {
    if (!focused) return;
    const now = document.activeElement;
    const isOnBoard = now === document.body || now === null || now.closest('[data-board]') !== null;
    if (isOnBoard && now !== link.current) link.current?.focus({ preventScroll: true });
  }, [focused, link]);
}

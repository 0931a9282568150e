import { memo, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { dragStore } from '#renderer/adapters/board/dragStore.ts';
import { useDropColumn } from '#renderer/adapters/board/useDropColumn.ts';
import { type StackHandle, VirtualStack } from '#renderer/adapters/board/VirtualStack.tsx';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import type { BoardColumn, DealCard, Stage } from '#shared/contract/pipeline.contract.ts';
import { selectionStore } from '../selectionStore.ts';
import { usePipeline } from '../usePipeline.ts';
import styles from './BoardColumnView.module.css';
import { CARD_HEIGHT, DealCardView } from './DealCardView.tsx';
import { StageHeader } from './StageHeader.tsx';
import { useColumnCards } from './useColumnCards.ts';

/** What the board may ask of a column. */
export interface ColumnHandle {
  readonly stage: Stage;
  readonly cards: () => readonly DealCard[];
  readonly stack: () => StackHandle | null;
}

interface BoardColumnViewProps {
  readonly stage: Stage;
  readonly fromBoard: BoardColumn;
  /** Its turn to draw its cards has come. */
  readonly ready: boolean;
  readonly c139Coloured: boolean;
  /** The card that Tab reaches when none has the focus yet. */
  readonly entryId: string | null;
  readonly onDrop: (stage: Stage, ids: readonly string[], index: number | null, cards: readonly DealCard[]) => void;
  readonly ref?: Ref<ColumnHandle>;
}

const GAP = 7;

/** One stage of the board with its cards. */
export const BoardColumnView = memo(function BoardColumnView({
  stage,
  fromBoard,
  ready,
  c139Coloured,
  entryId,
  onDrop,
  ref,
}: BoardColumnViewProps) {
  const t = useT();
  const { sort } = usePipeline();
  const { column, more } = useColumnCards(fromBoard);
  const { cards } = column;
  const section = useRef<HTMLElement>(null);
  const stack = useRef<StackHandle>(null);
  const byHand = sort === 'rank';
  const line = dragStore(({ over }) => (over?.columnId === stage.id ? over.index : null));
  const targeted = dragStore(({ over }) => over?.columnId === stage.id);
  const focusId = selectionStore(({ focus }) => focus?.id ?? null);
  const draggedId = dragStore(({ ids }) => ids[0] ?? null);
  const keep = useMemo(
    () => [focusId, draggedId].map((id) => (id === null ? -1 : cards.findIndex((card) => card.id === id))),
    [cards, focusId, draggedId],
  );
  useImperativeHandle(ref, () => ({ stage, cards: () => cards, stack: () => stack.current }), [stage, cards]);
  useDropColumn(section, {
    columnId: stage.id,
    indexAt: byHand ? (clientY) => stack.current?.indexAt(clientY) ?? 0 : undefined,
    onDrop: (ids, index) => onDrop(stage, ids, index, cards),
  });
  const focusedHere = keep[0] ?? -1;
  useEffect(() => {
    if (focusedHere >= 0) stack.current?.show(focusedHere);
  }, [focusedHere]);
  const render = useCallback(
    (index: number) => {
      const card = cards[index];
      if (!card) return <div className={styles.pending} aria-hidden />;
      const tabbable = card.id === (focusId ?? entryId);
      return <DealCardView card={card} stage={stage} c139Coloured={c139Coloured} tabbable={tabbable} />;
    },
    [cards, stage, c139Coloured, focusId, entryId],
  );
  return (
    <section
      ref={section}
      aria-label={stage.name}
      data-stage={stage.id}
      className={classNames(styles.column, targeted && styles.targeted)}
    >
      <StageHeader stage={stage} column={column} />
      <div className={styles.body}>
        {ready ? (
          <VirtualStack
            ref={stack}
            label={t('pipeline.board.cardsOf', { stage: stage.name })}
            count={cards.length}
            total={Math.max(column.count, cards.length)}
            height={CARD_HEIGHT}
            gap={GAP}
            keyOf={(index) => cards[index]?.id ?? `pending ${index}`}
            render={render}
            keep={keep}
            onNearEnd={more}
            dropIndex={line}
          />
        ) : null}
      </div>
    </section>
  );
});

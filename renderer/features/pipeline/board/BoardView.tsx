import { type MouseEvent, useCallback, useEffect, useRef } from 'react';
import { dragStore } from '#renderer/adapters/board/dragStore.ts';
import { useEdgeScroll } from '#renderer/adapters/board/useEdgeScroll.ts';
import { useLongPress } from '#renderer/adapters/board/useLongPress.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import type { DealCard, Stage } from '#shared/contract/pipeline.contract.ts';
import { type BoardData, c139From } from '../boardModel.ts';
import { dealMenu } from '../dealActions.ts';
import { menuStore, openMenuAt } from '../menuStore.ts';
import { moveDeals } from '../move/moveDeals.ts';
import type { CardPlace } from '../move/moveStore.ts';
import { focusDeal, selectionStore, selectTo, toggleSelected } from '../selectionStore.ts';
import { usePipeline } from '../usePipeline.ts';
import { BoardColumnView, type ColumnHandle } from './BoardColumnView.tsx';
import styles from './BoardView.module.css';
import { neighbourOf } from './boardKeys.ts';
import { ClosedTargets } from './ClosedTargets.tsx';
import { useOneByOne } from './useOneByOne.ts';

interface BoardViewProps {
  readonly data: BoardData;
  /** What the data is of: with another place the columns begin anew. */
  readonly place: string;
}

/** The board: a column per open stage. Clicks and keys are heard here, once for all cards. */
export function BoardView({ data, place }: BoardViewProps) {
  const t = useT();
  const pipeline = usePipeline();
  const { process, stages } = pipeline;
  const board = useRef<HTMLDivElement>(null);
  const columns = useRef(new Map<string, ColumnHandle>());
  const ready = useOneByOne(place, stages.length);
  const colouredFrom = c139From(process.stages);
  const entryId = data.columns.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? null;

  const handles = useCallback(() => stages.flatMap(({ id }) => columns.current.get(id) ?? []), [stages]);
  const findCard = useCallback(
    (id: string | null | undefined): DealCard | undefined =>
      selectionStore.getState().chosen.get(id ?? '') ??
      handles()
        .flatMap((handle) => handle.cards())
        .find((card) => card.id === id),
    [handles],
  );
  const cardAt = (target: EventTarget | null): DealCard | undefined =>
    target instanceof Element ? findCard(target.closest<HTMLElement>('[data-deal]')?.dataset['deal']) : undefined;

  const drop = useCallback(
    (stage: Stage, ids: readonly string[], index: number | null, cards: readonly DealCard[]) => {
      const deals = ids.flatMap((id) => findCard(id) ?? []);
      void moveDeals({ process, deals, to: stage, place: index === null ? undefined : placeAt(cards, ids, index) });
    },
    [process, findCard],
  );
  const click = (event: MouseEvent) => {
    const card = cardAt(event.target);
    if (!card || event.button !== 0) return;
    event.preventDefault();
    focusDeal(card);
    const order =
      handles()
        .find(({ stage }) => stage.id === card.stageId)
        ?.cards() ?? [];
    if (event.shiftKey) selectTo(card, order);
    else if (event.ctrlKey || event.metaKey) toggleSelected(card);
    else go(paths.deal(card.id));
  };
  const contextMenu = (event: MouseEvent) => {
    const card = cardAt(event.target);
    if (!card) return;
    event.preventDefault();
    focusDeal(card);
    openMenuAt(event.clientX, event.clientY, dealMenu(pipeline, card, t));
  };
  useLongPress(board, (target, x, y) => {
    const card = cardAt(target);
    if (!card) return;
    focusDeal(card);
    openMenuAt(x, y, dealMenu(pipeline, card, t));
  });
  useEdgeScroll(board);
  // Where touch does start a drag, the menu of the long press gives way to it.
  useEffect(() => dragStore.subscribe(({ ids }) => ids.length > 0 && menuStore.setState({ menu: null })), []);
  useEffect(() => {
    const element = board.current;
    if (!element) return undefined;
    const keydown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const card = cardAt(event.target);
      const next = card && neighbourOf(event.key, card, handles());
      if (!next) return;
      event.preventDefault();
      if (event.shiftKey) {
        if (!selectionStore.getState().chosen.has(card.id)) toggleSelected(card);
        if (!selectionStore.getState().chosen.has(next.id)) toggleSelected(next);
      }
      focusDeal(next);
    };
    const focusin = (event: FocusEvent) => {
      const card = cardAt(event.target);
      if (card) focusDeal(card);
    };
    element.addEventListener('keydown', keydown);
    element.addEventListener('focusin', focusin);
    return () => {
      element.removeEventListener('keydown', keydown);
      element.removeEventListener('focusin', focusin);
    };
  });

  return (
    <div className={styles.frame}>
      {/* The cards inside are links; this only hears what happens on any of them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={board}
        data-board
        data-few={stages.length <= 5 || undefined}
        className={styles.board}
        style={{ gridTemplateColumns: `repeat(${stages.length}, minmax(224px, 1fr))` }}
        onClick={click}
        onContextMenu={contextMenu}
      >
        {stages.map((stage, index) => {
          const column = data.columns.find(({ stageId }) => stageId === stage.id);
          if (!column) return null;
          return (
            <BoardColumnView
              key={`${place} ${stage.id}`}
              ref={(handle: ColumnHandle | null) => {
                if (handle) columns.current.set(stage.id, handle);
                else columns.current.delete(stage.id);
              }}
              stage={stage}
              fromBoard={column}
              ready={index < ready}
              c139Coloured={stage.position >= colouredFrom}
              entryId={entryId}
              onDrop={drop}
            />
          );
        })}
      </div>
      <ClosedTargets findCard={findCard} />
    </div>
  );
}

/** The cards above and below a place, leaving out those that are being moved there. */
function placeAt(cards: readonly DealCard[], moved: readonly string[], index: number): CardPlace {
  const stays = ({ id }: DealCard) => !moved.includes(id);
  return {
    aboveId: cards.slice(0, index).findLast(stays)?.id ?? null,
    belowId: cards.slice(index).find(stays)?.id ?? null,
  };
}

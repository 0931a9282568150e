import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { type RefObject, useEffect, useRef } from 'react';
import styles from './dragPreview.module.css';
import { endDrag, setDragged } from './dragStore.ts';

interface DraggableCard {
  readonly id: string;
  readonly columnId: string;
  /** Asked when the drag begins: the card alone, or everything selected with it. */
  readonly idsToDrag: (id: string) => readonly string[];
  /** Written on the little card under the pointer. */
  readonly label: string;
}

/** What a dragged card carries; columns accept only this. */
export const DRAGGED_KIND = 'kongdan.card';

/** Makes an element draggable by mouse (and by touch where the system starts a drag from touch). */
export function useDraggableCard(element: RefObject<HTMLElement | null>, card: DraggableCard): void {
  const newest = useRef(card);
  useEffect(() => {
    newest.current = card;
  });
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    return draggable({
      element: target,
      getInitialData: () => ({ kind: DRAGGED_KIND, ids: newest.current.idsToDrag(newest.current.id) }),
      onGenerateDragPreview: ({ nativeSetDragImage, source }) => {
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
          render: ({ container }) => drawPreview(container, newest.current.label, idsOf(source.data).length),
        });
      },
      onDragStart: ({ source }) => setDragged(idsOf(source.data), newest.current.columnId),
      onDrop: endDrag,
    });
  }, [element]);
}

/** The cards that a drag carries. */
export function idsOf(data: Readonly<Record<string | symbol, unknown>>): readonly string[] {
  const ids = data['ids'];
  return Array.isArray(ids) ? (ids as readonly string[]) : [];
}

function drawPreview(container: HTMLElement, label: string, count: number): void {
  const preview = document.createElement('div');
  preview.className = styles['preview'] ?? '';
  preview.textContent = label;
  if (count > 1) {
    const badge = document.createElement('span');
    badge.className = styles['count'] ?? '';
    badge.textContent = String(count);
    preview.append(badge);
  }
  container.append(preview);
}

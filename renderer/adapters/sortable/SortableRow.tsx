import { GripVertical } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useDraggableCard } from '../board/useDraggableCard.ts';
import styles from './SortableList.module.css';

interface SortableRowProps {
  readonly id: string;
  readonly listId: string;
  readonly name: string;
  readonly movable: boolean;
  readonly centred: boolean;
  /** Where a dragged row would land beside this one. */
  readonly mark: 'before' | 'after' | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly children: ReactNode;
}

/** One row of a sortable list with its grip. */
export function SortableRow({ id, listId, name, movable, centred, mark, onKeyDown, children }: SortableRowProps) {
  const t = useT();
  const grip = useRef<HTMLButtonElement>(null);
  useDraggableCard(grip, { id, columnId: listId, idsToDrag: (own) => [own], label: name });
  const label = t('app.sort.grip', { name });
  return (
    // The keys come from what is inside; the row only listens for its own movement.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={classNames(styles.row, centred && styles.centred, mark === null ? null : styles[mark])}
      onKeyDown={onKeyDown}
    >
      <button
        ref={grip}
        type="button"
        disabled={!movable}
        className={classNames(styles.grip, !movable && styles.fixed)}
        aria-label={label}
        data-tip={label}
      >
        <Icon of={GripVertical} size={14} />
      </button>
      <div>{children}</div>
    </li>
  );
}

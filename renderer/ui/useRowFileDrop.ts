import { type DragEvent, useRef } from 'react';
import { droppedFiles, holdsFiles } from './fileDrag.ts';
import type { FileDrop } from './useFileDrop.ts';

/**
 * Lets rows (elements with `data-row`) inside a list take dropped files; the row under the pointer carries `data-over`.
 * There must be another way in for the keyboard.
 */
export function useRowFileDrop(onFiles: (rowId: string, files: File[]) => void): FileDrop['handlers'] {
  const marked = useRef<HTMLElement | null>(null);
  const mark = (row: HTMLElement | null) => {
    if (marked.current === row) return;
    if (marked.current) delete marked.current.dataset['over'];
    if (row) row.dataset['over'] = '';
    marked.current = row;
  };
  return {
    onDragOver: (event) => {
      const row = holdsFiles(event) ? rowOf(event) : null;
      mark(row);
      if (row) event.preventDefault();
    },
    onDragLeave: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) mark(null);
    },
    onDrop: (event) => {
      const id = holdsFiles(event) ? rowOf(event)?.dataset['row'] : undefined;
      mark(null);
      if (id === undefined) return;
      event.preventDefault();
      const files = droppedFiles(event);
      if (files.length > 0) onFiles(id, files);
    },
  };
}

const rowOf = (event: DragEvent): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;

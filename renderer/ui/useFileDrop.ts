import { type DragEvent, useState } from 'react';
import { droppedFiles, holdsFiles } from './fileDrag.ts';

/** What a place that takes files by drag and drop needs; spread `handlers` on it. */
export interface FileDrop {
  readonly over: boolean;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Takes dropped files. There must be another way in for the keyboard. */
export function useFileDrop(onFiles: (files: File[]) => void): FileDrop {
  const [over, setOver] = useState(false);
  return {
    over,
    handlers: {
      onDragOver: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop: (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        const files = droppedFiles(event);
        if (files.length > 0) onFiles(files);
      },
    },
  };
}

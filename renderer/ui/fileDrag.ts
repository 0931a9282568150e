import type { DragEvent } from 'react';

/** Tells whether something dragged holds files from outside the page. */
export const holdsFiles = (event: Pick<DragEvent, 'dataTransfer'> | globalThis.DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** The files of a drop. */
export const droppedFiles = (event: Pick<DragEvent, 'dataTransfer'>): File[] => [...event.dataTransfer.files];

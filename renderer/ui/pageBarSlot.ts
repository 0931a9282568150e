import { create } from 'zustand';

/** The place in the top bar that belongs to the current screen; the frame provides it, `PageBar` fills it. */
export const pageBarSlot = create<{ readonly element: HTMLElement | null }>(() => ({ element: null }));

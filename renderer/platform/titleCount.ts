import { create } from 'zustand';

/** How many reminders are open: shown before the title of the window, so that a tab in the background tells it too. */
export const titleCount = create<{ readonly count: number }>(() => ({ count: 0 }));

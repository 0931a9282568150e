import { create } from 'zustand';

/** The deal that is looked at beside the screen. */
export const peekStore = create<{ readonly dealId: string | null }>(() => ({ dealId: null }));

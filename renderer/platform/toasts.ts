import { create } from 'zustand';

/** A short message at the bottom left that goes away by itself. */
export interface Toast {
  readonly id: number;
  readonly tone: 'plain' | 'error';
  readonly title: string;
  readonly detail?: string | undefined;
  readonly reference?: string | null | undefined;
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void } | undefined;
  readonly seconds: number;
  /** A toast of the same kind replaces the one before: there is one undo toast at a time. */
  readonly replaces?: string | undefined;
}

type NewToast = Omit<Toast, 'id' | 'seconds' | 'tone'> & { readonly tone?: Toast['tone']; readonly seconds?: number };

/** The messages shown now, oldest first. */
export const toastStore = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let nextId = 1;

/** Shows a message; errors stay longer because they must be read. Gives its id. */
export function showToast(toast: NewToast): number {
  const id = nextId++;
  const tone = toast.tone ?? 'plain';
  const added: Toast = { ...toast, id, tone, seconds: toast.seconds ?? (tone === 'error' ? 12 : 5) };
  toastStore.setState(({ toasts }) => ({
    toasts: [...toasts.filter((old) => !added.replaces || old.replaces !== added.replaces).slice(-2), added],
  }));
  return id;
}

/** Takes a message away. */
export function dismissToast(id: number): void {
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** Takes away all messages of one kind. */
export function dismissToastsOf(replaces: string): void {
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.replaces !== replaces) }));
}

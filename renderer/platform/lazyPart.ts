import { type ComponentType, createElement, type ReactNode, use } from 'react';
import { loadCode } from './loadCode.ts';

/** A component whose code is loaded when it is first shown, or before by `preload`. */
export interface LazyPart<Props> {
  (props: Props): ReactNode;
  /** Fetches the code ahead; also what the router calls before it shows a screen. */
  readonly preload: () => Promise<void>;
}

/**
 * Makes a component of code that is loaded later. Needs a <Suspense> around it, which shows nothing of itself once the
 * code is there. Other than React's and the router's own ways it waits when the program has gone, instead of failing.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  let loaded: ComponentType<Props> | null = null;
  let loading: Promise<ComponentType<Props>> | null = null;
  const fetchCode = (): Promise<ComponentType<Props>> => {
    loading ??= loadCode(load).then(
      (component) => (loaded = component),
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  return Object.assign((props: Props) => createElement(loaded ?? use(fetchCode()), props), {
    preload: async () => void (await fetchCode()),
  });
}

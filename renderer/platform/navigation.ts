import { createBrowserHistory, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';

/** The addresses of the page; both shells serve the document for every screen's path. */
export const history = createBrowserHistory();

/** Goes to an address made by `paths`. Back leads to where the person was, unless `replace`. */
export function go(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) history.replace(to);
  else history.push(to);
}

/** A parameter of the current path, such as `dealId`; the empty string when the path has none of that name. */
export function usePathParameter(name: string): string {
  const parameters: Record<string, string | undefined> = useParams({ strict: false });
  return parameters[name] ?? '';
}

/** What the search of an address may hold, before a feature has made sense of it. */
export type RawSearch = Readonly<Record<string, unknown>>;

type SetSearch<State> = (patch: Partial<State>, options?: { readonly replace?: boolean }) => void;

/**
 * Filters, tabs and selection that live in the address, so that Back and saved views work. `parse` turns the raw search
 * into the feature's own type (a zod schema with `.catch()` will do); keys set to undefined leave the address.
 */
export function useSearchState<State extends object>(
  parse: (raw: RawSearch) => State,
): readonly [State, SetSearch<State>] {
  const raw: RawSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const state = useMemo(() => parse(raw), [parse, raw]);
  const set = useCallback<SetSearch<State>>(
    (patch, options) => {
      void navigate({
        to: '.',
        search: (before: RawSearch) => ({ ...before, ...patch }),
        replace: options?.replace ?? false,
      });
    },
    [navigate],
  );
  return [state, set];
}

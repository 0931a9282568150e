import {
  keepPreviousData,
  QueryClient,
  useMutation,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { InputOf, Operation, OutputOf } from '#shared/contract/operation.ts';
import type { FailureLike } from '#shared/i18n/errorText.ts';
import { type Answer, invoke, subscribe } from './client.ts';
import { OperationFailure, showFailure } from './failure.ts';
import { isOfTopics } from './topicKeys.ts';
import { seekRemedy } from './remedies.ts';
import { offerUndo } from './undo.ts';

/** The cache of everything that comes from the core. The core is on this machine, so being "offline" means nothing. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      // Changes are told by topic, so what was read stays right until then.
      staleTime: 5 * 60_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => error instanceof OperationFailure && error.failure.type === 'connection' && count < 3,
      retryDelay: (count) => Math.min(250 * 2 ** count, 2000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Makes queries ask again when the core says that something they show has changed. Call once. */
export function followChanges(): () => void {
  return subscribe((event) => {
    if (event.type !== 'changed') return;
    const isTouched = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
      isOfTopics(queryKey[0], event.topics);
    const again = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey, exact: true });
    for (const query of queryClient.getQueryCache().findAll({ predicate: isTouched, fetchStatus: 'fetching' })) {
      // Invalidating does not restart a first read that is under way, and its answer may be from before the change.
      // `fetch` only joins the read that runs.
      if (query.state.data !== undefined) continue;
      void query.fetch().then(
        () => again(query.queryKey),
        () => again(query.queryKey),
      );
    }
    void queryClient.invalidateQueries({ predicate: isTouched });
  });
}

/** The key under which an answer is cached, for optimistic patches and for asking ahead. */
export function operationKey<O extends Operation>(operation: O, input?: InputOf<O>): readonly unknown[] {
  return input === undefined ? [operation.name] : [operation.name, input];
}

/** Asks once and gives the answer or throws an OperationFailure; for `queryFn`s and loaders. */
export async function ask<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>> {
  const answer = await reach(operation, input);
  if (!answer.ok) throw new OperationFailure(answer.error as FailureLike);
  return answer.value;
}

interface QueryOptions<O extends Operation, Selected> extends Pick<
  UseQueryOptions<OutputOf<O>, OperationFailure, Selected>,
  'enabled' | 'select' | 'staleTime' | 'refetchInterval'
> {
  /** Shows the answer to the previous input until the new one is there; for filters and pages, never for another record. */
  readonly keepPrevious?: boolean;
}

/**
 * Reads with a query operation: `const board = useOperationQuery(pipelineContract.board, { processId })`. Follows
 * changes by topic. `error.failure` is the expected failure; show it with `<ErrorState failure={…}>`.
 */
export function useOperationQuery<O extends Operation<string, 'query'>, Selected = OutputOf<O>>(
  operation: O,
  input: InputOf<O>,
  { keepPrevious = false, ...options }: QueryOptions<O, Selected> = {},
): UseQueryResult<Selected, OperationFailure> {
  return useQuery<OutputOf<O>, OperationFailure, Selected>({
    ...options,
    queryKey: operationKey(operation, input),
    queryFn: () => ask(operation, input),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

interface CommandOptions<O extends Operation> {
  /** What the undo toast says after success; without it there is no toast, but Ctrl Z works only with it. */
  readonly undoLabel?: string | ((output: OutputOf<O>, input: InputOf<O>) => string | null);
  /** Error types that the caller shows itself (`gate` opens its dialog); `true` for all. Others become a toast. */
  readonly handles?: true | readonly string[];
  readonly onSuccess?: (output: OutputOf<O>, input: InputOf<O>) => void;
}

/** A command bound to a component. */
export interface OperationCommand<O extends Operation> {
  /** Runs it. Never rejects: a lost connection is the failure `connection`, too. */
  readonly run: (input: InputOf<O>) => Promise<Answer<O>>;
  readonly pending: boolean;
}

/** Writes with a command operation: `const move = useOperationCommand(pipelineContract.move, { undoLabel: … })`. */
export function useOperationCommand<O extends Operation<string, 'command'>>(
  operation: O,
  { undoLabel, handles, onSuccess }: CommandOptions<O> = {},
): OperationCommand<O> {
  const mutation = useMutation({ mutationFn: (input: InputOf<O>) => reach(operation, input) });
  const run = async (input: InputOf<O>): Promise<Answer<O>> => {
    const answer = await mutation.mutateAsync(input);
    if (answer.ok) {
      const label = typeof undoLabel === 'function' ? undoLabel(answer.value, input) : undoLabel;
      if (label && answer.transaction !== undefined) offerUndo(answer.transaction, label);
      onSuccess?.(answer.value, input);
    } else {
      const failure = answer.error as FailureLike;
      const isHandled = handles === true || handles?.includes(failure.type);
      const say = () => showFailure(failure);
      const failed = { failure, operation: operation.name, retry: () => void run(input), say };
      if (!isHandled && !seekRemedy(failed)) say();
    }
    return answer;
  };
  return { pending: mutation.isPending, run };
}

async function reach<O extends Operation>(operation: O, input: InputOf<O>): Promise<Answer<O>> {
  try {
    return await invoke(operation, input);
  } catch {
    // Only a lost core rejects; the banner says the rest. The contracts do not list it, so it passes as one of theirs.
    return { ok: false, error: { type: 'connection' } } as unknown as Answer<O>;
  }
}

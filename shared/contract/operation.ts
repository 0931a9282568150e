import { z } from 'zod';

/** Names the part of the data that a command changed; subscribers re-ask for what they show of it. */
export type Topic =
  | 'workspace'
  | 'members'
  | 'settings'
  | 'processes'
  | 'opportunities'
  | 'accounts'
  | 'contacts'
  | 'leads'
  | 'activities'
  | 'tasks'
  | 'documents'
  | 'stakeholders'
  | 'views'
  | 'imports'
  | 'notices'
  | 'jobs'
  | 'calendar'
  | 'automation'
  | 'risks'
  | 'scoring';

/** Every part of the data that the team shares: what an undo, an import or a merge may have changed. */
export const sharedTopics: readonly Topic[] = [
  'workspace',
  'members',
  'processes',
  'opportunities',
  'accounts',
  'contacts',
  'leads',
  'activities',
  'tasks',
  'documents',
  'stakeholders',
  'views',
  'notices',
  'calendar',
  'automation',
  'risks',
  'scoring',
];

/** Failures that any operation may answer, whatever its own contract says. */
export const commonErrorSchema = z.discriminatedUnion('type', [
  /** The input does not fit the contract; `issues` names each offending path. */
  z.object({
    type: z.literal('invalidInput'),
    issues: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
  z.object({ type: z.literal('unknownOperation'), operation: z.string() }),
  z.object({ type: z.literal('noWorkspace') }),
  z.object({ type: z.literal('forbidden'), reason: z.string() }),
  /** A defect of the program; `reference` is found again in the log. */
  z.object({ type: z.literal('internal'), reference: z.string() }),
  /** The record asked for does not exist (any more). */
  z.object({ type: z.literal('notFound'), entity: z.string(), id: z.string() }),
  /** The disk refused the write (full, read-only, lock); nothing was changed. */
  z.object({ type: z.literal('storage'), code: z.string() }),
  z.object({ type: z.literal('cancelled') }),
]);
export type CommonError = z.infer<typeof commonErrorSchema>;

/** One entry of the process boundary: what goes in, what comes out, how it can fail, what it touches. */
export interface Operation<
  Name extends string = string,
  Kind extends 'query' | 'command' = 'query' | 'command',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Failure extends z.ZodType = z.ZodType,
> {
  readonly name: Name;
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  readonly errors: Failure;
  /** What a successful command changed. Empty for queries. */
  readonly topics: readonly Topic[];
  /** `worker`: runs on a read-only connection in a worker thread because it may take longer than 50 ms. */
  readonly runs: 'main' | 'worker';
  /** False for the few operations that make sense before a workspace is open. */
  readonly needsWorkspace: boolean;
}

const noErrors = z.never();

/** Declares an operation that only reads. */
export function defineQuery<
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Failure extends z.ZodType = typeof noErrors,
>(definition: {
  name: Name;
  input: Input;
  output: Output;
  errors?: Failure;
  runs?: 'main' | 'worker';
  needsWorkspace?: boolean;
}): Operation<Name, 'query', Input, Output, Failure> {
  return {
    kind: 'query',
    topics: [],
    runs: definition.runs ?? 'main',
    needsWorkspace: definition.needsWorkspace ?? true,
    name: definition.name,
    input: definition.input,
    output: definition.output,
    errors: definition.errors ?? (noErrors as unknown as Failure),
  };
}

/** Declares an operation that writes; the topics are broadcast after it succeeded. */
export function defineCommand<
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  Failure extends z.ZodType = typeof noErrors,
>(definition: {
  name: Name;
  input: Input;
  output: Output;
  errors?: Failure;
  topics: readonly Topic[];
  needsWorkspace?: boolean;
}): Operation<Name, 'command', Input, Output, Failure> {
  return {
    kind: 'command',
    runs: 'main',
    topics: definition.topics,
    needsWorkspace: definition.needsWorkspace ?? true,
    name: definition.name,
    input: definition.input,
    output: definition.output,
    errors: definition.errors ?? (noErrors as unknown as Failure),
  };
}

/** What a caller hands in. */
export type InputOf<O extends Operation> = z.input<O['input']>;
/** What the core works with after parsing. */
export type ParsedInputOf<O extends Operation> = z.output<O['input']>;
/** What a success carries. */
export type OutputOf<O extends Operation> = z.output<O['output']>;
/** How it can fail: its own failures and the common ones. */
export type ErrorOf<O extends Operation> = z.output<O['errors']> | CommonError;

/** Something that a person is told now, with the names that its text needs (`noticeText`); empty where there is none. */
export interface ToldNotice {
  readonly id: string;
  readonly kind: string;
  /** Of the task, the deal or the lead; what a rule says in its own words. */
  readonly title: string;
  readonly dealName: string;
  readonly accountName: string;
  readonly ownerName: string;
  readonly opportunityId: string | null;
}

/** What the core sends to whoever subscribed. */
export type CoreEvent =
  | { readonly type: 'changed'; readonly topics: readonly Topic[]; readonly transaction: number | null }
  /** Reminders that are due now, told once; shells put them on the desktop. `told` has the first few of `count`. */
  | { readonly type: 'notify'; readonly told: readonly ToldNotice[]; readonly count: number }
  /** A shell passes on what the person chose outside the page (in the tray): the page runs that command. */
  | { readonly type: 'ask'; readonly command: 'activity.log' }
  /** Long work tells how far it is; `done` of `total` in units of that job, `total` null when unknown. */
  | {
      readonly type: 'progress';
      readonly job: string;
      readonly phase: string;
      readonly done: number;
      readonly total: number | null;
    };

import type { ReadDb, WriteDb } from '#db/handles.ts';
import type { ContentError, StoreError } from '#shared/contract/documentShapes.ts';
import type { CommonError, Operation, OutputOf, ParsedInputOf } from '#shared/contract/operation.ts';
import type { Result } from '#shared/lib/result.ts';
import type { IsoDate } from '#shared/lib/time.ts';
import type { z } from 'zod';
import type { StoredDocument, StoredFile } from '../core/documentStore.ts';
import type { LentFile } from '../core/types.ts';
import type { JobDefinition } from '../workers/job.ts';

/** What a query may use: a connection to read, the moment it is asked, and who asks. */
export interface QueryContext {
  readonly db: ReadDb;
  /** Epoch ms; fixed for the whole call, so that one answer has one "now". */
  readonly now: number;
  /** Today in the workspace's time zone. */
  readonly today: IsoDate;
  readonly timeZone: string;
  /** Currency that sums are shown in. */
  readonly currency: string;
  /** Member who works on this device; the empty string until chosen. */
  readonly actorId: string;
  readonly door: 'screen' | 'cli' | 'test';
  /** Where a document's content lies, checked against its hash. Not there in a worker. */
  readonly findContent: (document: StoredDocument) => Promise<Result<string, ContentError>>;
  /** Lends a document's content to the shell, which fetches it by the handle. Not there in a worker. */
  readonly lendContent: (
    document: StoredDocument,
  ) => Promise<Result<LentFile & { readonly handle: string }, ContentError>>;
}

/** What a command may use besides: ids and the one way to write. */
export interface CommandContext extends QueryContext {
  /** A fresh UUIDv7, rising with time. */
  readonly newId: () => string;
  /**
   * Runs one change transaction: an error result rolls everything back. `label` is the code kept in the change log,
   * normally the operation's name. Use once per command: one user action is one transaction.
   */
  readonly write: <T, E>(
    label: string,
    run: (db: WriteDb) => Result<T, E>,
    options?: WriteOptions,
  ) => Result<T, E | CommonError>;
  /** Runs a long job in a worker; its progress goes out as events under the job's name. Rejects with `JobCancelled`. */
  readonly runJob: <Input, Output>(job: JobDefinition<Input, Output>, input: Input) => Promise<Output>;
  /** The file behind a handle that a shell registered, or null. */
  readonly resolveFile: (handle: string) => { readonly path: string; readonly name: string } | null;
  /**
   * Takes the content of files that a shell registered into the workspace's folder, all or none; write the rows that refer
   * to them (`attachStored`) right after it, in the command's one transaction.
   */
  readonly storeFiles: (handles: readonly string[]) => Promise<Result<StoredFile[], StoreError | CommonError>>;
}

/** How a transaction is meant, where that changes what is allowed. */
export interface WriteOptions {
  /** The person has seen that many rows go (mass-delete brake). */
  readonly bulkConfirmed?: boolean;
  /** Sequence numbers of the transactions that this one takes back. */
  readonly undoes?: readonly number[];
}

type OwnError<O extends Operation> = z.output<O['errors']> | CommonError;
/** What a handler gives back. */
export type Answer<O extends Operation> = Result<OutputOf<O>, OwnError<O>>;

/** The function behind one operation. */
export type Handler<O extends Operation> = (
  context: O['kind'] extends 'command' ? CommandContext : QueryContext,
  input: ParsedInputOf<O>,
) => Answer<O> | Promise<Answer<O>>;

/** The functions behind one area of the contract: a missing or surplus one does not compile. */
export type HandlersFor<Area extends Record<string, Operation>> = { readonly [Key in keyof Area]: Handler<Area[Key]> };

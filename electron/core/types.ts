import type { CoreEvent } from '#shared/contract/operation.ts';

/** Who asks and through which door. */
export interface Session {
  readonly door: 'screen' | 'cli' | 'test';
}

/** The answer to every call: plain data, so that no class or stack crosses a process boundary. */
export type Envelope =
  | { readonly ok: true; readonly value: unknown; readonly transaction?: number }
  | { readonly ok: false; readonly error: { readonly type: string } & Record<string, unknown> };

/** A document's content that may be handed out: its own name, made safe for any system, and where its bytes lie. */
export interface LentFile {
  readonly path: string;
  readonly name: string;
  /** By its name; a hint, never trusted. */
  readonly mime: string;
  readonly bytes: number;
}

/** The whole program without a shell: Electron, the browser host, the command line and the tests each hold one. */
export interface Core {
  /** Parses, runs and answers one operation. Never rejects. */
  invoke(operation: string, input: unknown, session: Session): Promise<Envelope>;
  /** Calls the listener for every event until the returned function is called. */
  subscribe(listener: (event: CoreEvent) => void): () => void;
  /**
   * Makes a file on this machine known to the core and returns an opaque handle for it. Only shells call this (after a
   * dialog, a drop, an upload or a command line argument); the renderer never names paths. A `temporary` one was made for
   * this and goes as soon as its content has been taken over.
   */
  registerFile(path: string, displayName: string, temporary?: boolean): string;
  /** The content behind a handle that `document.open` gave out some minutes ago at most, or null. Only shells call this. */
  lentFile(handle: string): LentFile | null;
  /** Looks for due reminders at once: shells call it after waking up. Never rejects. */
  lookNow(): Promise<void>;
  /** Ends workers, checkpoints and closes the workspace. Safe to call twice. */
  close(): Promise<void>;
}

/** What the core needs from outside; a test hands in fixed ones. */
export interface CoreOptions {
  /** Folder for personal state: recent workspaces, settings before a workspace is open, logs. */
  readonly userDataFolder: string;
  /** Where new workspaces are made unless the person chooses another folder. */
  readonly workspacesFolder: string;
  /** Milliseconds since 1970, the wall clock. */
  readonly now: () => number;
  /** 16 random bytes at a time, for ids and device names. */
  readonly randomBytes: (length: number) => Uint8Array;
  /** File of the worker: `worker.js` beside the bundle, or `electron/workers/worker.ts` when run from source. */
  readonly workerFile: URL;
  /** `silent` in tests. */
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Runs no jobs and shows no reminders: for a core that only carries out one command. */
  readonly unattended?: boolean;
  /** Checks every answer against its schema; on in tests and development. */
  readonly checkOutputs: boolean;
}

import type { IsoDate } from '#shared/lib/time.ts';

/** What a worker must know of the moment and the workspace; plain data. */
export interface WorkerContext {
  readonly path: string;
  readonly now: number;
  readonly today: IsoDate;
  readonly timeZone: string;
  readonly currency: string;
  readonly actorId: string;
  readonly door: 'screen' | 'cli' | 'test';
}

/** Main thread → worker. `cancel[0]` becomes 1 when the person cancelled. */
export type WorkerRequest =
  | {
      readonly type: 'query';
      readonly id: number;
      readonly operation: string;
      readonly input: unknown;
      readonly context: WorkerContext;
    }
  | {
      readonly type: 'job';
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      readonly context: WorkerContext;
      readonly cancel: Int32Array<SharedArrayBuffer>;
    }
  /** Close what is open and end; answered by the end of the thread. */
  | { readonly type: 'end' };

/** Worker → main thread. */
export type WorkerReply =
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'cancelled'; readonly id: number }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly message: string;
      readonly stack: string;
      readonly code: string;
    }
  | {
      readonly type: 'progress';
      readonly id: number;
      readonly phase: string;
      readonly done: number;
      readonly total: number | null;
    };

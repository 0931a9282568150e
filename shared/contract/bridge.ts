import type { CoreEvent } from './operation.ts';

/** The answer to a call as it crosses the process boundary. */
export type BridgeEnvelope =
  | { readonly ok: true; readonly value: unknown; readonly transaction?: number }
  | { readonly ok: false; readonly error: { readonly type: string } & Record<string, unknown> };

/** A file that the person chose, known to the core by an opaque handle. `size` in bytes. */
export interface PickedFile {
  readonly handle: string;
  readonly name: string;
  readonly size: number;
}

/** What a file dialog offers: a label for the kind of file and its extensions without dots. */
export interface FileKind {
  readonly label: string;
  readonly extensions: readonly string[];
}

/** A file to be saved where the person says. */
export interface FileToSave {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * What the sandboxed preload puts on `window.kongdan`, and all it puts there. Addresses handed to `openExternal` must be
 * `https:` or `mailto:`; others are refused (false).
 */
export interface KongdanBridge {
  invoke(operation: string, input: unknown): Promise<BridgeEnvelope>;
  subscribe(listener: (event: CoreEvent) => void): () => void;
  pickFile(kinds: readonly FileKind[]): Promise<PickedFile | null>;
  /** Null when the file has no path (made by a page, not dropped from the desktop). */
  handleForDroppedFile(file: unknown): Promise<PickedFile | null>;
  /** False when the person cancelled. Rejects when the disk refuses. */
  saveFile(file: FileToSave): Promise<boolean>;
  /** The bytes of a file that `document.open` lent under this handle; null when it is not lent (any more). */
  readLent(handle: string): Promise<Uint8Array | null>;
  /** Copies a lent file where the person says; false when they cancel or it is not lent (any more). */
  saveLent(handle: string): Promise<boolean>;
  /** Opens a copy of a lent file in the person's own program; false for kinds that could run, which are only saved. */
  openLent(handle: string): Promise<boolean>;
  openExternal(address: string): Promise<boolean>;
  print(): Promise<void>;
}

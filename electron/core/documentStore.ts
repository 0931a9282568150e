import { randomUUID } from 'node:crypto';
import { storeContent } from '#db/files/contentStore.ts';
import { findContent } from '#db/files/findContent.ts';
import type { WorkspaceDb } from '#db/open.ts';
import { workspacePaths } from '#db/workspacePaths.ts';
import { type ContentError, DOCUMENT_LIMIT, MEGABYTE, type StoreError } from '#shared/contract/documentShapes.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { mediaTypeOf } from '#shared/domain/documents/mediaTypeOf.ts';
import { safeDocumentName } from '#shared/domain/documents/safeDocumentName.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ExclusiveGate } from './exclusiveGate.ts';
import type { FileHandles } from './fileHandles.ts';
import type { LentFile } from './types.ts';
import type { WorkspaceManager } from './workspaceManager.ts';

/** A file whose content lies in the workspace's files folder; nothing refers to it yet. */
export interface StoredFile {
  readonly name: string;
  readonly mime: string;
  readonly hash: string;
  readonly bytes: number;
}

/** What of a document's row is needed to hand it out. */
export interface StoredDocument {
  readonly name: string;
  readonly blobHash: string;
  readonly bytes: number;
}

interface Lent extends LentFile {
  readonly until: number;
  readonly workspace: WorkspaceDb | undefined;
}

/** How long a shell may take to fetch what was opened, a save dialog included. Milliseconds. */
const LENT_FOR = 30 * 60 * 1000;

/** The way of files into the workspace's folder and out of it. */
export class DocumentStore {
  private readonly workspaces: WorkspaceManager;
  private readonly files: FileHandles;
  private readonly gate: ExclusiveGate;
  private readonly now: () => number;
  private readonly lent = new Map<string, Lent>();

  constructor(workspaces: WorkspaceManager, files: FileHandles, gate: ExclusiveGate, now: () => number) {
    this.workspaces = workspaces;
    this.files = files;
    this.gate = gate;
    this.now = now;
  }

  /**
   * Stores the content of files that a shell made known, all or none. Afterwards nothing else writes, so that the command
   * can go on with its transaction at once.
   */
  async store(handles: readonly string[]): Promise<Result<StoredFile[], StoreError | CommonError>> {
    const workspace = this.workspaces.current();
    if (workspace === null) return err({ type: 'noWorkspace' });
    const folder = workspacePaths(workspace.path).files;
    const stored: StoredFile[] = [];
    for (const handle of handles) {
      const file = this.files.resolve(handle);
      if (file === null) return err({ type: 'fileUnreadable', name: '' });
      const name = safeDocumentName(file.name);
      const content = await storeContent(folder, file.path, { limit: DOCUMENT_LIMIT, now: this.now() });
      if (content.ok) stored.push({ name, mime: mediaTypeOf(name), ...content.value });
      else if (content.error.type === 'unreadable') return err({ type: 'fileUnreadable', name });
      else
        return err({
          type: 'documentTooLarge',
          name,
          bytes: content.error.bytes,
          limitMegabytes: DOCUMENT_LIMIT / MEGABYTE,
        });
    }
    await Promise.all(handles.map((handle) => this.files.release(handle)));
    await this.gate.open();
    return ok(stored);
  }

  /** Where a document's content lies, checked just now. */
  async find(document: StoredDocument): Promise<Result<string, ContentError>> {
    const workspace = this.workspaces.current();
    const content = { hash: document.blobHash, bytes: document.bytes };
    const name = safeDocumentName(document.name);
    if (workspace === null) return err({ type: 'contentMissing', name });
    const found = await findContent(workspace.path, content, this.now());
    if (found.ok) return found;
    return err({ type: found.error.type === 'missing' ? 'contentMissing' : 'contentDamaged', name });
  }

  /** Lends a document's content to the shell for some minutes; answers its handle. */
  async lend(document: StoredDocument): Promise<Result<LentFile & { readonly handle: string }, ContentError>> {
    const path = await this.find(document);
    if (!path.ok) return path;
    const now = this.now();
    for (const [handle, { until }] of this.lent) if (until < now) this.lent.delete(handle);
    const name = safeDocumentName(document.name);
    const file = { path: path.value, name, mime: mediaTypeOf(name), bytes: document.bytes };
    const handle = `lent-${randomUUID()}`;
    this.lent.set(handle, { ...file, until: now + LENT_FOR, workspace: this.workspaces.current()?.db });
    return ok({ ...file, handle });
  }

  /** The file behind a handle that was lent out, or null for an unknown or expired one. */
  lentFile(handle: string): LentFile | null {
    const file = this.lent.get(handle);
    if (file === undefined || file.until < this.now()) return null;
    // What belongs to a workspace that was closed is no longer handed out.
    if (file.workspace !== this.workspaces.current()?.db) return null;
    const { path, name, mime, bytes } = file;
    return { path, name, mime, bytes };
  }
}

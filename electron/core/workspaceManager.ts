import { createWorkspace, openWorkspace, type OpenError, type OpenOptions, type WorkspaceDb } from '#db/open.ts';
import { memberById } from '#db/queries/members.ts';
import { localSetting, workspaceRow } from '#db/queries/workspaceInfo.ts';
import type { WorkspaceInfo } from '#shared/contract/workspace.contract.ts';
import { dayInZone } from '#shared/lib/time.ts';
import { ok, type Result } from '#shared/lib/result.ts';
import { ME_KEY } from '../features/settings/settingsHandlers.ts';
import type { WorkerContext } from '../workers/messages.ts';
import type { PersonalStore } from './personalStore.ts';

/** The workspace that is open and what every call needs to know of it. */
export interface OpenedWorkspace {
  readonly db: WorkspaceDb;
  readonly path: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly actorId: string;
}

/** Opens, closes and describes the one workspace that a core has open at a time. */
export class WorkspaceManager {
  private opened: OpenedWorkspace | null = null;
  private readonly now: () => number;
  private readonly randomBytes: (length: number) => Uint8Array;
  private readonly personal: PersonalStore;

  constructor(now: () => number, randomBytes: (length: number) => Uint8Array, personal: PersonalStore) {
    this.now = now;
    this.randomBytes = randomBytes;
    this.personal = personal;
  }

  /** The open workspace, or null. */
  current(): OpenedWorkspace | null {
    return this.opened;
  }

  /** Opens a file in place of the one that is open; on failure the old one stays open. */
  open(path: string): Result<WorkspaceInfo, OpenError> {
    if (this.opened?.path === path) return ok(this.info());
    const result = openWorkspace(path, this.openOptions());
    if (!result.ok) return result;
    this.close();
    this.adopt(result.value, path);
    this.personal.remember({ path, name: this.require().name, openedAt: this.now() });
    return ok(this.info());
  }

  /** Makes an empty file and hands out its connection without adopting it. The caller closes it. */
  create(path: string): Result<WorkspaceDb, OpenError> {
    return createWorkspace(path, this.openOptions());
  }

  /** Closes the open workspace; its write-ahead log is folded into the file. */
  close(): void {
    this.opened?.db.close();
    this.opened = null;
  }

  /** Reads name, zone, currency and person again after they were changed. */
  refresh(): void {
    if (this.opened) this.adopt(this.opened.db, this.opened.path);
  }

  /** Describes the open workspace. Throws when none is open. */
  info(): WorkspaceInfo {
    const { db, path, actorId } = this.require();
    const row = workspaceRow(db.read);
    const me = memberById(db.read, actorId);
    return {
      id: row?.id ?? '',
      name: row?.name ?? '',
      path,
      currency: row?.currency ?? 'CNY',
      timeZone: row?.timeZone ?? 'Asia/Shanghai',
      createdAt: row?.createdAt ?? 0,
      me: me ? { id: me.id, name: me.name, role: me.role } : null,
    };
  }

  /** What a worker must know to act in the open workspace. */
  workerContext(door: WorkerContext['door']): WorkerContext {
    const { path, timeZone, currency, actorId } = this.require();
    const now = this.now();
    return { path, now, today: dayInZone(now, timeZone), timeZone, currency, actorId, door };
  }

  private openOptions(): OpenOptions {
    return { now: this.now(), randomBytes: this.randomBytes, holder: 'Kongdan' };
  }

  private require(): OpenedWorkspace {
    if (!this.opened) throw new Error('No workspace is open');
    return this.opened;
  }

  private adopt(db: WorkspaceDb, path: string): void {
    const row = workspaceRow(db.read);
    this.opened = {
      db,
      path,
      name: row?.name ?? '',
      timeZone: row?.timeZone ?? 'Asia/Shanghai',
      currency: row?.currency ?? 'CNY',
      actorId: localSetting(db.read, ME_KEY) ?? '',
    };
  }
}

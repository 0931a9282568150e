import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const instanceSchema = z.object({
  pid: z.int().positive(),
  startedAt: z.number(),
  /** Null while the host is starting. */
  port: z.int().min(1).max(65535).nullable(),
  /** Proves to the host that the caller can read this person's files. */
  secret: z.string().min(32),
});

/** How a host that serves some user data folder can be reached; kept in `host.json`, readable by its owner only. */
export type HostInstance = z.infer<typeof instanceSchema>;

/** The claim on a user data folder. */
export interface Claim {
  readonly secret: string;
  /** Tells others the port, once the host listens. */
  publish(port: number): void;
  /** Gives the folder free; called once, when the host has ended. */
  release(): void;
}

const fileOf = (userDataFolder: string): string => join(userDataFolder, 'host.json');

/** What `host.json` says, or null when there is none or it cannot be understood. */
export function readInstance(userDataFolder: string): HostInstance | null {
  try {
    return instanceSchema.parse(JSON.parse(readFileSync(fileOf(userDataFolder), 'utf8')));
  } catch {
    return null;
  }
}

/**
 * Claims the folder by creating `host.json`, which only one process can do; null when the file is already there.
 * Throws the system's error when the folder cannot be written.
 */
export function claimInstance(
  userDataFolder: string,
  options: { readonly pid: number; readonly startedAt: number; readonly randomBytes: (length: number) => Uint8Array },
): Claim | null {
  mkdirSync(userDataFolder, { recursive: true, mode: 0o700 });
  const file = fileOf(userDataFolder);
  const secret = Buffer.from(options.randomBytes(32)).toString('base64url');
  const instance: HostInstance = { pid: options.pid, startedAt: options.startedAt, port: null, secret };
  try {
    writeFileSync(file, JSON.stringify(instance), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
  return {
    secret,
    publish(port) {
      const draft = `${file}.${options.pid}`;
      writeFileSync(draft, JSON.stringify({ ...instance, port }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release() {
      if (readInstance(userDataFolder)?.secret === secret) rmSync(file, { force: true });
    },
  };
}

/**
 * Removes the `host.json` that a dead host left. It is moved aside first and looked at again, so that two starts at the
 * same moment cannot remove each other's fresh claim.
 */
export function dropStaleInstance(userDataFolder: string, stale: HostInstance | null, tag: string): void {
  const file = fileOf(userDataFolder);
  const aside = `${file}.stale-${tag}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readInstanceFile(aside);
  if (moved !== null && moved.secret !== stale?.secret) {
    renameSync(aside, file);
    return;
  }
  rmSync(aside, { force: true });
}

function readInstanceFile(file: string): HostInstance | null {
  try {
    return instanceSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

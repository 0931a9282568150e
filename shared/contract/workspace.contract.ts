import { z } from 'zod';
import { defineCommand, defineQuery } from './operation.ts';
import { currencySchema, idSchema, instantSchema, nameSchema } from './primitives.ts';

const workspaceInfo = z.object({
  id: idSchema,
  name: z.string(),
  path: z.string(),
  currency: currencySchema,
  timeZone: z.string(),
  createdAt: instantSchema,
  /** The person who works on this device, null until chosen. */
  me: z.object({ id: idSchema, name: z.string(), role: z.string() }).nullable(),
});
export type WorkspaceInfo = z.infer<typeof workspaceInfo>;

/** Why a workspace file could not be opened or made; nothing was changed. */
const openErrors = z.discriminatedUnion('type', [
  z.object({ type: z.literal('notFoundFile'), path: z.string() }),
  z.object({ type: z.literal('locked'), path: z.string(), by: z.string() }),
  /** Made by a newer Kongdan: update the program. */
  z.object({ type: z.literal('newer'), path: z.string(), fileVersion: z.int(), programVersion: z.int() }),
  z.object({ type: z.literal('notAWorkspace'), path: z.string() }),
  z.object({ type: z.literal('corrupt'), path: z.string(), newestBackup: z.string().nullable(), detail: z.string() }),
  z.object({ type: z.literal('noPermission'), path: z.string() }),
  z.object({ type: z.literal('diskFull'), path: z.string() }),
  /** The file was put back as it was. */
  z.object({ type: z.literal('migrationFailed'), path: z.string(), detail: z.string() }),
  z.object({ type: z.literal('alreadyExists'), path: z.string() }),
]);

export const sampleSizeSchema = z.enum(['demo', 'medium', 'large']);
export type SampleSize = z.infer<typeof sampleSizeSchema>;

const backupInfo = z.object({ path: z.string(), takenAt: instantSchema, bytes: z.int(), reason: z.string() });

export const workspaceContract = {
  /** What is open, if anything; the first thing every shell asks. */
  status: defineQuery({
    name: 'workspace.status',
    input: z.object({}),
    output: z.object({ open: workspaceInfo.nullable(), version: z.string(), userDataFolder: z.string() }),
    needsWorkspace: false,
  }),
  /** How much there is in the open workspace. Counting a million rows takes its time, so nothing else waits for it. */
  contents: defineQuery({
    name: 'workspace.contents',
    input: z.object({}),
    output: z.object({ opportunities: z.int(), accounts: z.int(), activities: z.int() }),
    runs: 'worker',
  }),
  /** Workspaces opened before on this device, newest first. */
  recent: defineQuery({
    name: 'workspace.recent',
    input: z.object({}),
    output: z.array(z.object({ path: z.string(), name: z.string(), openedAt: instantSchema, exists: z.boolean() })),
    needsWorkspace: false,
  }),
  /** Makes a workspace and opens it. `sample` fills it by seed; progress comes as events of job `sample`. */
  create: defineCommand({
    name: 'workspace.create',
    input: z.object({
      name: nameSchema,
      kind: z.enum(['empty', 'sample']),
      size: sampleSizeSchema.default('demo'),
      seed: z
        .int()
        .min(0)
        .max(2 ** 31)
        .default(1),
      locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
      /** The person at this device. */
      personName: z.string().trim().max(100).default(''),
    }),
    output: workspaceInfo,
    errors: openErrors,
    topics: ['workspace'],
    needsWorkspace: false,
  }),
  open: defineCommand({
    name: 'workspace.open',
    input: z.union([z.object({ path: z.string().min(1) }), z.object({ file: z.string().min(1) })]),
    output: workspaceInfo,
    errors: openErrors,
    topics: ['workspace'],
    needsWorkspace: false,
  }),
  close: defineCommand({
    name: 'workspace.close',
    input: z.object({}),
    output: z.object({}),
    topics: ['workspace'],
  }),
  rename: defineCommand({
    name: 'workspace.rename',
    input: z.object({ name: nameSchema }),
    output: z.object({}),
    topics: ['workspace'],
  }),
  backups: defineQuery({ name: 'workspace.backups', input: z.object({}), output: z.array(backupInfo) }),
  backUp: defineCommand({ name: 'workspace.backUp', input: z.object({}), output: backupInfo, topics: [] }),
  /** Replaces the open (or broken) workspace by a backup; the current file is kept beside it. */
  restore: defineCommand({
    name: 'workspace.restore',
    input: z.object({ path: z.string().min(1), backupPath: z.string().min(1) }),
    output: workspaceInfo,
    errors: openErrors,
    topics: ['workspace'],
    needsWorkspace: false,
  }),
  /** Ends a running long job (`sample`, `import`, `undo`) before it commits; nothing of it remains. */
  cancelJob: defineCommand({
    name: 'workspace.cancelJob',
    input: z.object({ job: z.string() }),
    output: z.object({ cancelled: z.boolean() }),
    topics: [],
    needsWorkspace: false,
  }),
};

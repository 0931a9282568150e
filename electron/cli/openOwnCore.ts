import { randomBytes } from 'node:crypto';
import { createCore } from '#electron/core/createCore.ts';
import type { Core, CoreOptions } from '#electron/core/types.ts';
import type { Folders } from './folders.ts';

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/**
 * Opens a core in this process with the system's clock and randomness. `KONGDAN_LOG` chooses how much is logged,
 * `KONGDAN_CHECK=1` checks every answer against its schema (development and tests).
 */
export function openOwnCore(folders: Folders, workerFile: URL, unattended: boolean): Promise<Core> {
  const wanted = process.env['KONGDAN_LOG'];
  const logLevel: CoreOptions['logLevel'] = logLevels.find((level) => level === wanted) ?? 'info';
  return createCore({
    ...folders,
    now: Date.now,
    randomBytes: (length) => randomBytes(length),
    workerFile,
    unattended,
    logLevel,
    checkOutputs: process.env['KONGDAN_CHECK'] === '1',
  });
}

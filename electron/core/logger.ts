import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { destination, type Logger, pino } from 'pino';

const LOG_LIMIT_BYTES = 5_000_000;

/** Keys whose values never reach the log: it may be sent to somebody who must not learn customers or people from it. */
const redactedKeys = [
  'name',
  'note',
  'text',
  'subject',
  'mobile',
  'phone',
  'email',
  'wechat',
  'privateNote',
  'value',
  'input',
];

/**
 * The program's log: one JSON line per event in `<userData>/logs/kongdan.log`, the previous file kept as `.1`.
 * Falls back to standard error when the folder cannot be written.
 */
export function createLogger(userDataFolder: string, level: string): Logger {
  const options = {
    level,
    redact: { paths: redactedKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    base: { pid: process.pid },
  };
  if (level === 'silent') return pino(options);
  try {
    const folder = join(userDataFolder, 'logs');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'kongdan.log');
    if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
    return pino(options, destination({ dest: file, sync: true, mkdir: true }));
  } catch {
    return pino(options, destination({ dest: 2, sync: true }));
  }
}

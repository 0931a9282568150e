import type { Connection } from '../driver.ts';

/** Crockford's base 32: no letter that is mistaken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A random name of 80 bits for one database (never for a machine): 16 lower-case characters. */
export function newDeviceId(randomBytes: (length: number) => Uint8Array): string {
  return Array.from(randomBytes(16), (byte) => ALPHABET[byte & 31]).join('');
}

/** Writes the identity of a new file: the workspace (128 random bits), this device, clock and sequence at zero. */
export function writeIdentity(connection: Connection, randomBytes: (length: number) => Uint8Array): void {
  const put = connection.prepare('INSERT INTO syncMeta(key, value) VALUES (?, ?)');
  put.run('workspaceId', Buffer.from(randomBytes(16)).toString('hex'));
  put.run('device', newDeviceId(randomBytes));
  put.run('seq', '0');
  put.run('hlc', '0');
}

/**
 * Takes the device's name from a restored copy. Its history goes on from an earlier point, so under the old name it
 * would give out the same sequence numbers for other changes (reference: sync design §4.11). The next opening names it.
 */
export function forgetDevice(connection: Connection): void {
  const read = connection.prepare<[string], string>('SELECT value FROM syncMeta WHERE key = ?').pluck();
  const former = JSON.parse(read.get('formerDevices') ?? '[]') as { device: string; lastSeq: number }[];
  former.push({ device: read.get('device') ?? '', lastSeq: Number(read.get('seq') ?? 0) });
  const put = connection.prepare('INSERT OR REPLACE INTO syncMeta(key, value) VALUES (?, ?)');
  put.run('formerDevices', JSON.stringify(former));
  put.run('device', '');
}

/** Gives a file without device name (a restored copy) a new one. */
export function nameDevice(connection: Connection, randomBytes: (length: number) => Uint8Array): void {
  const nameless = connection.prepare("SELECT 1 FROM syncMeta WHERE key = 'device' AND value = ''").get();
  if (nameless === undefined) return;
  connection.prepare("UPDATE syncMeta SET value = ? WHERE key = 'device'").run(newDeviceId(randomBytes));
}

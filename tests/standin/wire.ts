/**
 * Values between the preload's world and main as text. Both functions stand alone, because they also run in the page.
 * What Electron's structured clone carries and our messages use: plain data, undefined, dates and bytes.
 */
export function toWire(value: unknown): unknown {
  if (value === undefined) return { $: 'undefined' };
  if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.');
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $: 'date', at: value.getTime() };
  if (value instanceof Uint8Array)
    return { $: 'bytes', text: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) };
  if (Array.isArray(value)) return value.map((item) => toWire(item));
  return { $: 'object', entries: Object.entries(value).map(([key, item]) => [key, toWire(item)]) };
}

/** Undoes `toWire`. */
export function fromWire(wire: unknown): unknown {
  if (typeof wire !== 'object' || wire === null) return wire;
  if (Array.isArray(wire)) return wire.map((item) => fromWire(item));
  const tagged = wire as { $: string; at?: number; text?: string; entries?: [string, unknown][] };
  if (tagged.$ === 'undefined') return undefined;
  if (tagged.$ === 'date') return new Date(tagged.at ?? 0);
  if (tagged.$ === 'bytes') return Uint8Array.from(atob(tagged.text ?? ''), (letter) => letter.charCodeAt(0));
  return Object.fromEntries((tagged.entries ?? []).map(([key, item]) => [key, fromWire(item)]));
}

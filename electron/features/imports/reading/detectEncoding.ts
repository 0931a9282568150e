import { analyse } from 'chardet';
import type { ImportEncoding } from '#shared/contract/import.contract.ts';

/**
 * Ranks the encodings in which the first bytes of a file read without a fault, the likeliest first; empty for binary
 * content. A byte order mark decides; then NUL bytes in every other place (UTF-16); then valid UTF-8; then the share of
 * high bytes that come in pairs, as Chinese does and western accents do not. chardet breaks ties.
 */
export function detectEncodings(start: Buffer): ImportEncoding[] {
  if (start[0] === 0xff && start[1] === 0xfe) return ['utf-16le'];
  if (start[0] === 0xfe && start[1] === 0xff) return ['utf-16be'];
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return ['utf-8'];
  if (start.includes(0)) return utf16WithoutMark(start);
  if (controlShare(start) > 0.02) return [];
  const found: ImportEncoding[] = [];
  if (readsAs('utf-8', start)) found.push('utf-8');
  const chinese = readsAs('gb18030', start);
  const plain = !start.some((byte) => byte >= 0x80);
  if (plain) return ['utf-8', 'gb18030', 'windows-1252'];
  const western: ImportEncoding = 'windows-1252';
  const paired = pairedShare(start);
  const chineseFirst =
    paired > 0.8 || (paired > 0.5 && /gb|big5/iu.test(analyse(start.subarray(0, 65_536))[0]?.name ?? ''));
  if (chinese && chineseFirst) found.push('gb18030', western);
  else found.push(western, ...(chinese ? (['gb18030'] as const) : []));
  return found;
}

/** Tells whether bytes read in an encoding without a fault; a character cut at the end does not count. */
export function readsAs(encoding: ImportEncoding, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function utf16WithoutMark(start: Buffer): ImportEncoding[] {
  let even = 0;
  let odd = 0;
  start.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  const pairs = start.length / 2;
  if (odd > pairs * 0.3 && even < pairs * 0.02) return ['utf-16le'];
  if (even > pairs * 0.3 && odd < pairs * 0.02) return ['utf-16be'];
  return [];
}

function controlShare(start: Buffer): number {
  let controls = 0;
  for (const byte of start) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls++;
  return controls / start.length;
}

/** Share of bytes ≥ 0x80 that stand beside another one in a run of even length. */
function pairedShare(start: Buffer): number {
  let high = 0;
  let paired = 0;
  let run = 0;
  for (let index = 0; index <= start.length; index++) {
    if (index < start.length && start[index]! >= 0x80) {
      run++;
      continue;
    }
    high += run;
    paired += run - (run % 2);
    run = 0;
  }
  return high === 0 ? 0 : paired / high;
}

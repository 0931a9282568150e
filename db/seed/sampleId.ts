import type { Prng } from '#shared/lib/prng.ts';

const hex8 = (value: number): string => value.toString(16).padStart(8, '0');

/**
 * Makes ids of the form UUIDv7 whose random part comes from the seed, so that the same sample has the same ids. `at` is
 * epoch ms; ids of the same instant differ by 74 drawn bits.
 */
export function createSampleIds(prng: Prng): (at: number) => string {
  return (at) => {
    const high = hex8(Math.floor(at / 65_536));
    const low = hex8(at % 65_536).slice(4);
    const first = prng.uint32();
    const version = hex8(first >>> 20).slice(5);
    const variant = hex8(0x8000 | (first & 0x3fff)).slice(4);
    return `${high}-${low}-7${version}-${variant}-${hex8(prng.uint32())}${hex8(prng.uint32() >>> 16).slice(4)}`;
  };
}

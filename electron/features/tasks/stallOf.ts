import type { Stall } from '#shared/contract/pipeline.contract.ts';
import { stallCodes } from '#shared/domain/notices/stallCodes.ts';

/** A stored reason; null when there is none. A code of a newer program is shown as "other". */
export function stallOf(code: string | null, note: string | null, at: number | null): Stall | null {
  if (code === null || at === null) return null;
  return { code: stallCodes.find((known) => known === code) ?? 'other', note: note ?? '', at };
}

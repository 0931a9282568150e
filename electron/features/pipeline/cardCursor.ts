import type { CardPosition } from '#db/queries/pipeline/boardColumn.ts';

/** Writes the place after a card as an opaque text. */
export function encodeCursor(position: CardPosition): string {
  return Buffer.from(JSON.stringify([position.value, position.id])).toString('base64url');
}

/** Reads it back; null when it was not made by `encodeCursor`. */
export function decodeCursor(cursor: string): CardPosition | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 2) return null;
    const [value, id] = parsed as [unknown, unknown];
    if ((typeof value !== 'string' && typeof value !== 'number') || typeof id !== 'string') return null;
    return { value, id };
  } catch {
    return null;
  }
}

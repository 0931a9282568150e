interface Line {
  readonly kind: string;
  readonly fromId: string;
  readonly toId: string;
}

/** Kinds of lines that say the same whichever end is named first. */
const MUTUAL: readonly string[] = ['alliance', 'conflict'];

/**
 * The lines that a new one takes the place of: those of the same kind between the same two people, and, as everybody has one
 * superior, every other superior of the person.
 */
export function replacedRelations<R extends Line>(relations: readonly R[], line: Line): R[] {
  return relations.filter((other) => {
    if (other.kind !== line.kind || !sharesStart(other, line)) return false;
    return line.kind === 'reportsTo' || samePair(other, line);
  });
}

const sharesStart = (other: Line, line: Line) =>
  other.fromId === line.fromId || (MUTUAL.includes(line.kind) && other.fromId === line.toId);

const samePair = (other: Line, line: Line) =>
  other.fromId === line.fromId ? other.toId === line.toId : other.toId === line.fromId;

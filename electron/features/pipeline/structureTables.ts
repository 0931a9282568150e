/** Tables of which a change may change what the history of every deal means. */
export const structureTables: ReadonlySet<string> = new Set(['process', 'processVersion', 'stage']);

/** SQL condition on `opportunity` (under the given alias) for a live deal that is not decided; matches the partial index. */
export const isOpenDeal = (alias: string): string =>
  `${alias}.removedAt IS NULL AND ${alias}.status IN ('open', 'paused')`;

/** SQL condition on `activity` for a contact with the customer: not an internal note, not in the trash, not planned for later. */
export const isTouch = (alias: string): string =>
  `${alias}.removedAt IS NULL AND ${alias}.kind <> 'note' AND ${alias}.at <= ?`;

/** Who reads: a member of the workspace, or nobody in particular (`id` null) before anybody was chosen. */
export interface Reader {
  readonly id: string | null;
  readonly role: string;
}

/** A private note is for its author and for managers and admins; whatever nobody signed belongs to whoever sits here. */
export function mayReadNote(
  activity: { readonly private: number; readonly ownerId: string | null },
  reader: Reader,
): boolean {
  if (activity.private === 0 || activity.ownerId === null) return true;
  return activity.ownerId === reader.id || reader.role === 'manager' || reader.role === 'admin';
}

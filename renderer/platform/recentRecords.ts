/** A record that was opened, with what is needed to list it. */
export interface RecentRecord {
  readonly entity: 'opportunity' | 'account' | 'contact' | 'lead';
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

const KEPT = 8;
const keyOf = (workspaceId: string) => `kongdan.recent.${workspaceId}`;

/** The records opened last in this workspace on this device, newest first. */
export function readRecent(workspaceId: string): readonly RecentRecord[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(workspaceId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecord) : [];
  } catch {
    return [];
  }
}

/** Puts a record first in the list; the pages of deals, accounts, contacts and leads call this when they open. */
export function rememberRecent(workspaceId: string, record: RecentRecord): void {
  if (workspaceId === '') return;
  const others = readRecent(workspaceId).filter(({ entity, id }) => entity !== record.entity || id !== record.id);
  localStorage.setItem(keyOf(workspaceId), JSON.stringify([record, ...others].slice(0, KEPT)));
}

function isRecord(value: unknown): value is RecentRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { entity, id, title, subtitle } = value as Record<string, unknown>;
  return (
    (entity === 'opportunity' || entity === 'account' || entity === 'contact' || entity === 'lead') &&
    [id, title, subtitle].every((part) => typeof part === 'string')
  );
}

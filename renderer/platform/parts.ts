import type { ComponentType } from 'react';

/** What a part of a record's page is given. */
export interface RecordPartProps {
  readonly id: string;
}

const parts = new Map<string, ComponentType<RecordPartProps>>();

/**
 * Lets one feature fill a place on another's page without knowing it: `app` provides the part (a lazy component), the
 * page asks for it by name (`deal.map`, `deal.mapPreview`).
 */
export function providePart(name: string, part: ComponentType<RecordPartProps>): void {
  parts.set(name, part);
}

/** The part of that name, or null while no feature fills it. */
export function partOf(name: string): ComponentType<RecordPartProps> | null {
  return parts.get(name) ?? null;
}

import { lazy } from 'react';
import { providePart } from '#renderer/platform/parts.ts';

/** Lets features fill places on each other's pages; only `app` knows both sides. */
export function provideRecordParts(): void {
  providePart(
    'deal.map',
    lazy(async () => ({ default: (await import('#renderer/features/powerMap/PowerMapPart.tsx')).PowerMapPart })),
  );
  providePart(
    'deal.mapPreview',
    lazy(async () => ({ default: (await import('#renderer/features/powerMap/MapPreviewPart.tsx')).MapPreviewPart })),
  );
}

import { Suspense } from 'react';
import { partOf } from '#renderer/platform/parts.ts';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';

/** The place that the feature of the processes fills. */
export function ProcessesTab() {
  const Processes = partOf('settings.processes');
  if (!Processes) return null;
  return (
    <Suspense fallback={<Skeleton rows={4} height={56} />}>
      {/* Parts are made once, at the start; this only looks one up. */}
      {/* oxlint-disable-next-line react/static-components */}
      <Processes id="" />
    </Suspense>
  );
}

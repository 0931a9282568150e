import { Suspense } from 'react';
import { partOf } from '#renderer/platform/parts.ts';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';

/** A place that another feature fills (`app` provides the part under that name). */
export function PartTab({ name }: { readonly name: string }) {
  const Part = partOf(name);
  if (!Part) return null;
  return (
    <Suspense fallback={<Skeleton rows={4} height={56} />}>
      {/* Parts are made once, at the start; this only looks one up. */}
      {/* oxlint-disable-next-line react/static-components */}
      <Part id="" />
    </Suspense>
  );
}

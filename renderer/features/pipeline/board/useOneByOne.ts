import { useEffect, useState } from 'react';

/**
 * Counts up to a total, one a frame, and anew for another place: columns are drawn one after the other, because all at once
 * would hold the page for longer than a person's touch may wait.
 */
export function useOneByOne(place: string, total: number): number {
  const [drawn, setDrawn] = useState({ place, count: 0 });
  const count = drawn.place === place ? drawn.count : 0;
  useEffect(() => {
    if (count >= total) return undefined;
    const frame = requestAnimationFrame(() => setDrawn({ place, count: count + 1 }));
    return () => cancelAnimationFrame(frame);
  }, [place, count, total]);
  return count;
}

import { useEffect, useState } from 'react';
import { subscribe } from './client.ts';

/** How far long work is; `total` null while nobody can know. */
export interface JobProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number | null;
}

/** The progress of a job (`sample`, `import`, `undo`) while `running`; null before its first word. */
export function useJobProgress(job: string, running: boolean): JobProgress | null {
  const [progress, setProgress] = useState<JobProgress | null>(null);
  useEffect(() => {
    if (!running) return undefined;
    const stop = subscribe((event) => {
      if (event.type === 'progress' && event.job === job) setProgress(event);
    });
    return () => {
      stop();
      setProgress(null);
    };
  }, [job, running]);
  return progress;
}

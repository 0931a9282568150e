import { NotebookPen } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { whenIdle } from '#renderer/platform/whenIdle.ts';
import { type LogRequest, readLogRequest } from './logRequest.ts';

const LogActivityDialog = lazyPart(async () => (await import('./LogActivityDialog.tsx')).LogActivityDialog);

/** Offers 记一笔 from anywhere: `runCommand('activity.log', { opportunityId })` or the key L. */
export function LogActivityHost() {
  const [request, setRequest] = useState<LogRequest | null>(null);
  useEffect(() => whenIdle([LogActivityDialog.preload]), []);
  useCommands([
    {
      id: 'activity.log',
      titleKey: 'activities.log.command',
      group: 'do',
      keys: 'l',
      icon: NotebookPen,
      when: () => request === null,
      run: (argument) => setRequest(readLogRequest(argument)),
    },
  ]);
  return (
    <Suspense fallback={null}>
      {request ? <LogActivityDialog request={request} onClose={() => setRequest(null)} /> : null}
    </Suspense>
  );
}

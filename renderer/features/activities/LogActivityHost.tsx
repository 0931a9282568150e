import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { LogActivityDialog } from './LogActivityDialog.tsx';
import { type LogRequest, readLogRequest } from './logRequest.ts';

/** Offers 记一笔 from anywhere: `runCommand('activity.log', { opportunityId })` or the key L. */
export function LogActivityHost() {
  const [request, setRequest] = useState<LogRequest | null>(null);
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
  return request ? <LogActivityDialog request={request} onClose={() => setRequest(null)} /> : null;
}

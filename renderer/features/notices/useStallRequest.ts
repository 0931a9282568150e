import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { z } from 'zod';

const requestSchema = z.object({ opportunityId: z.string(), name: z.string() });

/** Which deal's reason is asked for. */
export type StallRequest = z.infer<typeof requestSchema>;

/** Offers `runCommand('deal.stallReason', { opportunityId, name })` to every screen. */
export function useStallRequest(): readonly [StallRequest | null, () => void] {
  const [request, setRequest] = useState<StallRequest | null>(null);
  useCommands([
    {
      id: 'deal.stallReason',
      titleKey: 'notices.stall.command',
      group: 'do',
      icon: CircleHelp,
      hidden: true,
      run: (argument) => {
        const asked = requestSchema.safeParse(argument);
        if (asked.success) setRequest(asked.data);
      },
    },
  ]);
  return [request, () => setRequest(null)];
}

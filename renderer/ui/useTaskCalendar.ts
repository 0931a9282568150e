import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { currentPlatform } from '#renderer/platform/platform.ts';
import { ask } from '#renderer/platform/queries.ts';
import { failureOf, showFailure } from '#renderer/platform/failure.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { taskCalendarContract } from '#shared/contract/taskCalendar.contract.ts';

/** Saves tasks as a calendar file where the person says: one's own, or those of a deal. */
export function useTaskCalendar(opportunityId?: string): {
  readonly save: () => Promise<void>;
  readonly busy: boolean;
} {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const input = opportunityId === undefined ? {} : { opportunityId };
      const { fileName, mediaType, text, tasks } = await ask(taskCalendarContract.export, input);
      const bytes = new TextEncoder().encode(text);
      const saved = await currentPlatform().saveFile({ name: fileName, mediaType, bytes });
      if (saved) showToast({ title: t('tasks.calendar.saved', { count: tasks, name: fileName }) });
    } catch (error) {
      showFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { save, busy };
}

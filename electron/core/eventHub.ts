import type { CoreEvent, Topic } from '#shared/contract/operation.ts';

/** Who hears of what happens in the core. */
export interface EventHub {
  readonly emit: (event: CoreEvent) => void;
  /** Calls the listener for every event until the returned function is called. */
  readonly subscribe: (listener: (event: CoreEvent) => void) => () => void;
}

/** What reminders are made of: a change of it may make one due. */
const remindedOf: ReadonlySet<Topic> = new Set(['tasks', 'opportunities', 'members', 'calendar', 'workspace']);

/** Passes events on; `onReminders` is called after one that reminders depend on, `onChange` after every change of shared data. */
export function createEventHub(onReminders: () => void, onChange: () => void): EventHub {
  const listeners = new Set<(event: CoreEvent) => void>();
  return {
    emit(event) {
      for (const listener of listeners) listener(event);
      if (event.type === 'changed' && event.topics.some((topic) => remindedOf.has(topic))) onReminders();
      if (event.type === 'changed' && event.topics.some((topic) => topic !== 'scoring')) onChange();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

import type { BridgeEnvelope, KongdanBridge } from '#shared/contract/bridge.ts';
import type { CoreEvent, Topic } from '#shared/contract/operation.ts';

/** One way to the core. */
export interface Transport {
  /** Rejects only when the program cannot be reached. */
  invoke(operation: string, input: unknown): Promise<BridgeEnvelope>;
  subscribe(listener: (event: CoreEvent) => void): () => void;
}

declare global {
  interface Window {
    /** Present in the desktop program only. */
    readonly kongdan?: KongdanBridge;
  }
}

const topics: Readonly<Record<Topic, true>> = {
  workspace: true,
  members: true,
  settings: true,
  processes: true,
  opportunities: true,
  accounts: true,
  contacts: true,
  leads: true,
  activities: true,
  tasks: true,
  documents: true,
  stakeholders: true,
  views: true,
  imports: true,
  notices: true,
  jobs: true,
  calendar: true,
  automation: true,
  risks: true,
  scoring: true,
};

/** Said when events may have been missed: whatever is on screen must be asked for again. */
export const everythingChanged: CoreEvent = {
  type: 'changed',
  topics: Object.keys(topics) as Topic[],
  transaction: null,
};

import { useState } from 'react';
import type { InputOf } from '#shared/contract/operation.ts';
import type { activityContract } from '#shared/contract/opportunity.contract.ts';
import type { LogRequest } from './logRequest.ts';

export type ActivityKind = InputOf<typeof activityContract.log>['kind'];

/** What happened, while it is being written down. */
export interface LogDraft {
  readonly kind: ActivityKind;
  /** `opportunity:<id>`, `account:<id>`, `lead:<id>` or null. */
  readonly where: string | null;
  readonly subject: string;
  readonly note: string;
  readonly minutes: number | null;
  readonly contactIds: readonly string[];
  readonly nextTitle: string;
  readonly nextDue: string | null;
  readonly isPrivate: boolean;
  /** The task that the entry came from is done by it. */
  readonly completesTask: boolean;
}

/** The draft of one log entry and how to change it. */
export function useLogDraft(request: LogRequest) {
  const [draft, setDraft] = useState<LogDraft>(() => ({
    kind: request.kind ?? 'visit',
    where: whereOf(request),
    subject: request.subject ?? '',
    note: '',
    minutes: null,
    contactIds: [],
    nextTitle: '',
    nextDue: null,
    isPrivate: false,
    completesTask: true,
  }));
  const change = (patch: Partial<LogDraft>) => setDraft((before) => ({ ...before, ...patch }));
  return { draft, change };
}

function whereOf({ opportunityId, accountId, leadId }: LogRequest): string | null {
  if (opportunityId !== undefined) return `opportunity:${opportunityId}`;
  if (leadId !== undefined) return `lead:${leadId}`;
  return accountId === undefined ? null : `account:${accountId}`;
}

/** The draft as the operation wants it, or null while something is missing. */
export function logInput(draft: LogDraft, request: LogRequest): InputOf<typeof activityContract.log> | null {
  const subject = draft.subject.trim();
  if (subject === '') return null;
  const [entity, id] = draft.where?.split(':') ?? [];
  const nextTitle = draft.nextTitle.trim();
  return {
    kind: draft.kind,
    subject,
    note: draft.note,
    durationMinutes: draft.minutes,
    opportunityId: entity === 'opportunity' ? (id ?? null) : null,
    accountId: entity === 'account' ? (id ?? null) : null,
    leadId: entity === 'lead' ? (id ?? null) : null,
    contactIds: [...draft.contactIds],
    private: draft.isPrivate,
    completesTaskId: draft.completesTask ? (request.taskId ?? null) : null,
    next: nextTitle === '' ? null : { title: nextTitle, dueDate: draft.nextDue },
  };
}

import { type Answer, invoke } from '#renderer/platform/client.ts';
import { showFailure } from '#renderer/platform/failure.ts';
import { currentT } from '#renderer/platform/language.ts';
import { offerUndo } from '#renderer/platform/undo.ts';
import { leadContract } from '#shared/contract/lead.contract.ts';
import type { InputOf, Operation } from '#shared/contract/operation.ts';
import type { FailureLike } from '#shared/i18n/errorText.ts';
import { mayAct, type LeadAction } from '#shared/domain/leads/leadAction.ts';
import { type ActedLead, clearLeads } from './leadStore.ts';

const idsOf = (leads: readonly ActedLead[]): string[] => leads.map(({ id }) => id);

/** Whether at least one of these leads is in a state for it. */
export const mayActOnAny = (leads: readonly ActedLead[], action: LeadAction): boolean =>
  leads.some(({ status }) => mayAct(status, action));

/** Begins to verify leads. */
export const verifyLeads = (leads: readonly ActedLead[]): Promise<boolean> =>
  act(send(leadContract.verify, { ids: idsOf(leads) }), 'leads.did.verified');

/** Takes leads out of the pool. */
export const claimLeads = (leads: readonly ActedLead[]): Promise<boolean> =>
  act(send(leadContract.claim, { ids: idsOf(leads) }), 'leads.did.claimed');

/** Gives leads back to the pool. */
export const recycleLeads = (leads: readonly ActedLead[]): Promise<boolean> =>
  act(send(leadContract.recycle, { ids: idsOf(leads) }), 'leads.did.recycled');

/** Takes disqualified leads up again. */
export const reopenLeads = (leads: readonly ActedLead[]): Promise<boolean> =>
  act(send(leadContract.reopen, { ids: idsOf(leads) }), 'leads.did.reopened');

/** Gives leads to somebody. */
export const assignLeads = (leads: readonly ActedLead[], ownerId: string): Promise<boolean> =>
  act(send(leadContract.assign, { ids: idsOf(leads), ownerId }), 'leads.did.assigned');

/** Gives leads up with a reason. */
export const disqualifyLeads = (
  leads: readonly ActedLead[],
  reasonCode: InputOf<typeof leadContract.disqualify>['reasonCode'],
  reason: string,
): Promise<boolean> =>
  act(send(leadContract.disqualify, { ids: idsOf(leads), reasonCode, reason }), 'leads.did.disqualified');

/** Puts leads into the trash. */
export async function removeLeads(leads: readonly ActedLead[]): Promise<boolean> {
  const answer = await send(leadContract.remove, { ids: idsOf(leads) });
  if (!answer.ok) return failed(answer.error);
  done(answer.transaction, currentT('leads.did.removed', { count: answer.value.removed }));
  return true;
}

/** What the core says of any of these actions. */
type Sent =
  | {
      readonly ok: true;
      readonly value: { readonly changed: number; readonly skipped: number };
      readonly transaction?: number;
    }
  | { readonly ok: false; readonly error: FailureLike };

type Did = 'verified' | 'claimed' | 'recycled' | 'reopened' | 'assigned' | 'disqualified';

/** One step, one undo; those that were left as they were are told beside it. */
async function act(sent: Promise<Sent>, key: `leads.did.${Did}`): Promise<boolean> {
  const answer = await sent;
  if (!answer.ok) return failed(answer.error);
  const { changed, skipped } = answer.value;
  const text = currentT(key, { count: changed });
  done(answer.transaction, skipped === 0 ? text : currentT('leads.did.someSkipped', { text, count: skipped }));
  return true;
}

function done(transaction: number | undefined, label: string): void {
  clearLeads();
  if (transaction !== undefined) offerUndo(transaction, label);
}

function failed(error: FailureLike): false {
  showFailure(error);
  return false;
}

/** A lost core is the failure `connection` like any other. */
async function send<O extends Operation<string, 'command'>>(operation: O, input: InputOf<O>): Promise<Answer<O>> {
  try {
    return await invoke(operation, input);
  } catch {
    return { ok: false, error: { type: 'connection' } } as unknown as Answer<O>;
  }
}

/** Every state of a lead. */
export const leadStatuses = ['new', 'verifying', 'converted', 'disqualified', 'pool'] as const;
export type LeadStatus = (typeof leadStatuses)[number];

/** What can be done with a lead besides editing it. */
export type LeadAction = 'verify' | 'assign' | 'claim' | 'disqualify' | 'recycle' | 'reopen' | 'convert';

/** From which states each action is possible; a converted lead stays converted, only undo takes it back. */
const FROM: Readonly<Record<LeadAction, readonly LeadStatus[]>> = {
  verify: ['new', 'verifying'],
  assign: ['new', 'verifying', 'pool'],
  claim: ['pool'],
  disqualify: ['new', 'verifying', 'pool'],
  recycle: ['new', 'verifying'],
  reopen: ['disqualified'],
  convert: ['new', 'verifying'],
};

/** Tells whether an action is possible in a state; states that this program does not know allow nothing. */
export function mayAct(status: string, action: LeadAction): boolean {
  return (FROM[action] as readonly string[]).includes(status);
}

/** The state of a lead that its actions change. */
export interface LeadState {
  readonly status: string;
  readonly ownerId: string | null;
  readonly recycled: number;
}

/** What an action writes. */
export interface LeadStatePatch {
  status?: LeadStatus;
  ownerId?: string | null;
  heldSince?: number | null;
  heldUntil?: number | null;
  reasonCode?: string;
  reason?: string;
  disqualifiedAt?: number | null;
  recycled?: number;
}

/** Everything an action needs besides the lead: who acts, when, and until when a new holder keeps it (epoch ms). */
export interface LeadActionContext {
  readonly now: number;
  readonly heldUntil: number;
  readonly actorId: string | null;
}

/** An action with its own details. */
export type LeadDecision =
  | { readonly action: 'verify' }
  | { readonly action: 'claim' }
  | { readonly action: 'reopen' }
  | { readonly action: 'assign'; readonly ownerId: string }
  | { readonly action: 'disqualify'; readonly reasonCode: string; readonly reason: string }
  | { readonly action: 'recycle'; readonly reasonCode: string; readonly reason: string };

/** What the action writes, or null when it is not possible in the lead's state. */
export function decideLead(lead: LeadState, decision: LeadDecision, context: LeadActionContext): LeadStatePatch | null {
  if (!mayAct(lead.status, decision.action)) return null;
  if (decision.action === 'disqualify') return disqualified(decision, context.now);
  if (decision.action === 'recycle') return givenBack(lead, decision);
  const held = { heldSince: context.now, heldUntil: context.heldUntil };
  // Whoever verifies what is nobody's keeps it.
  const ownerId = lead.ownerId ?? context.actorId;
  if (decision.action === 'verify') return { status: 'verifying', ownerId, ...held };
  const fresh: LeadStatePatch = { status: 'new', ownerId, ...held, reasonCode: '', reason: '' };
  if (decision.action === 'claim') return { ...fresh, ownerId: context.actorId };
  if (decision.action === 'reopen') return { ...fresh, disqualifiedAt: null };
  return {
    ...fresh,
    ownerId: decision.ownerId,
    status: lead.status === 'verifying' ? 'verifying' : 'new',
  };
}

const unheld = { heldSince: null, heldUntil: null };

function disqualified(why: { readonly reasonCode: string; readonly reason: string }, now: number): LeadStatePatch {
  return { status: 'disqualified', reasonCode: why.reasonCode, reason: why.reason, disqualifiedAt: now, ...unheld };
}

function givenBack(lead: LeadState, why: { readonly reasonCode: string; readonly reason: string }): LeadStatePatch {
  return {
    status: 'pool',
    ownerId: null,
    reasonCode: why.reasonCode,
    reason: why.reason,
    recycled: lead.recycled + 1,
    ...unheld,
  };
}

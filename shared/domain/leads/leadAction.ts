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
  | { readonly action: 'verify' | 'claim' | 'reopen' }
  | { readonly action: 'assign'; readonly ownerId: string }
  | { readonly action: 'disqualify'; readonly reasonCode: string; readonly reason: string }
  | { readonly action: 'recycle'; readonly reasonCode: string; readonly reason: string };

/** What the action writes, or null when it is not possible in the lead's state. */
export function decideLead(lead: LeadState, decision: LeadDecision, context: LeadActionContext): LeadStatePatch | null {
  if (!mayAct(lead.status, decision.action)) return null;
  const held = { heldSince: context.now, heldUntil: context.heldUntil };
  const cleared = { reasonCode: '', reason: '' };
  switch (decision.action) {
    case 'verify':
      // Whoever verifies what is nobody's keeps it.
      return { status: 'verifying', ownerId: lead.ownerId ?? context.actorId, ...held };
    case 'claim':
      return { status: 'new', ownerId: context.actorId, ...held, ...cleared };
    case 'assign':
      return {
        status: lead.status === 'verifying' ? 'verifying' : 'new',
        ownerId: decision.ownerId,
        ...held,
        ...cleared,
      };
    case 'reopen':
      return { status: 'new', ownerId: lead.ownerId ?? context.actorId, disqualifiedAt: null, ...held, ...cleared };
    case 'disqualify':
      return {
        status: 'disqualified',
        reasonCode: decision.reasonCode,
        reason: decision.reason,
        disqualifiedAt: context.now,
        heldSince: null,
        heldUntil: null,
      };
    case 'recycle':
      return {
        status: 'pool',
        ownerId: null,
        heldSince: null,
        heldUntil: null,
        reasonCode: decision.reasonCode,
        reason: decision.reason,
        recycled: lead.recycled + 1,
      };
  }
}

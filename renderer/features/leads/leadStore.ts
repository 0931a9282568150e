import { create } from 'zustand';
import type { LeadRow } from '#shared/contract/lead.contract.ts';

/** What of a lead its actions need. */
export type ActedLead = Pick<LeadRow, 'id' | 'company' | 'personName' | 'status'>;

interface LeadState {
  /** Selected leads, in the order of selection. */
  readonly chosen: ReadonlyMap<string, ActedLead>;
  readonly anchorId: string | null;
  /** The lead that keys act on: the focused row, or the one whose page is open. */
  readonly focus: ActedLead | null;
  /** The dialog that is open, and for which leads. */
  readonly dialog: { readonly kind: 'new' | 'disqualify' | 'assign'; readonly leads: readonly ActedLead[] } | null;
}

/** Selection, focus and open dialog of 线索. */
export const leadStore = create<LeadState>(() => ({ chosen: new Map(), anchorId: null, focus: null, dialog: null }));

/** Makes a lead the one that keys act on. */
export function focusLead(lead: ActedLead | null): void {
  if (leadStore.getState().focus !== lead) leadStore.setState({ focus: lead });
}

/** Selects a lead or takes it out of the selection. */
export function toggleLead(lead: ActedLead): void {
  const chosen = new Map(leadStore.getState().chosen);
  if (!chosen.delete(lead.id)) chosen.set(lead.id, lead);
  leadStore.setState({ chosen, anchorId: lead.id });
}

/** Adds the leads between the anchor and this one, as they stand in the given order. */
export function selectLeadsTo(lead: ActedLead, order: readonly ActedLead[]): void {
  const { anchorId, chosen } = leadStore.getState();
  const from = order.findIndex(({ id }) => id === anchorId);
  const to = order.findIndex(({ id }) => id === lead.id);
  if (from < 0 || to < 0) return toggleLead(lead);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  leadStore.setState({ chosen: new Map([...chosen, ...range.map((one) => [one.id, one] as const)]) });
}

/** Selects nothing. */
export function clearLeads(): void {
  if (leadStore.getState().chosen.size > 0) leadStore.setState({ chosen: new Map(), anchorId: null });
}

/** The leads that a key means: all selected ones, else the focused one. */
export function leadsMeant(): readonly ActedLead[] {
  const { chosen, focus } = leadStore.getState();
  if (chosen.size > 0) return [...chosen.values()];
  return focus === null ? [] : [focus];
}

/** Opens a dialog for the leads that are meant. */
export function openLeadDialog(
  kind: 'new' | 'disqualify' | 'assign',
  leads: readonly ActedLead[] = leadsMeant(),
): void {
  leadStore.setState({ dialog: { kind, leads } });
}

/** Closes whatever dialog is open. */
export const closeLeadDialog = (): void => leadStore.setState({ dialog: null });

import { AssignDialog } from './AssignDialog.tsx';
import { DisqualifyDialog } from './DisqualifyDialog.tsx';
import { closeLeadDialog, leadStore } from './leadStore.ts';
import { NewLeadDialog } from './NewLeadDialog.tsx';

/** The dialog that a key, a button or the bulk bar has opened; stands once on each screen of 线索. */
export function LeadDialogs() {
  const dialog = leadStore((state) => state.dialog);
  if (dialog === null) return null;
  if (dialog.kind === 'new') return <NewLeadDialog onClose={closeLeadDialog} />;
  if (dialog.kind === 'assign') return <AssignDialog leads={dialog.leads} onClose={closeLeadDialog} />;
  return <DisqualifyDialog leads={dialog.leads} onClose={closeLeadDialog} />;
}

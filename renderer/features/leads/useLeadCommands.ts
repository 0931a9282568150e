import {
  ArrowRightLeft,
  CircleSlash,
  Hand,
  PhoneCall,
  Plus,
  RotateCcw,
  SquareCheck,
  Undo2,
  UserRound,
} from 'lucide-react';
import { type Command, useCommands } from '#renderer/platform/commands.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import type { LeadAction } from '#shared/domain/leads/leadAction.ts';
import { claimLeads, mayActOnAny, recycleLeads, reopenLeads, verifyLeads } from './leadActions.ts';
import { clearLeads, leadsMeant, leadStore, openLeadDialog, toggleLead } from './leadStore.ts';

const may = (action: LeadAction) => (): boolean => mayActOnAny(leadsMeant(), action);

const commands: readonly Command[] = [
  {
    id: 'leads.add',
    titleKey: 'leads.add.button',
    group: 'view',
    keys: 'n',
    icon: Plus,
    run: () => openLeadDialog('new', []),
  },
  {
    id: 'leads.verify',
    titleKey: 'leads.action.verify',
    group: 'view',
    keys: 'v',
    icon: PhoneCall,
    when: may('verify'),
    run: () => void verifyLeads(leadsMeant()),
  },
  {
    id: 'leads.convert',
    titleKey: 'leads.action.convert',
    group: 'view',
    keys: 'c',
    icon: ArrowRightLeft,
    when: () => leadsMeant().length === 1 && may('convert')(),
    run: () => {
      const [lead] = leadsMeant();
      if (lead) go(paths.convertLead(lead.id));
    },
  },
  {
    id: 'leads.disqualify',
    titleKey: 'leads.action.disqualify',
    group: 'view',
    keys: 'd',
    icon: CircleSlash,
    when: may('disqualify'),
    run: () => openLeadDialog('disqualify'),
  },
  {
    id: 'leads.assign',
    titleKey: 'leads.action.assign',
    group: 'view',
    keys: 'a',
    icon: UserRound,
    when: may('assign'),
    run: () => openLeadDialog('assign'),
  },
  {
    id: 'leads.recycle',
    titleKey: 'leads.action.recycle',
    group: 'view',
    keys: 'p',
    icon: Undo2,
    when: may('recycle'),
    run: () => void recycleLeads(leadsMeant()),
  },
  {
    id: 'leads.claim',
    titleKey: 'leads.action.claim',
    group: 'view',
    keys: 't',
    icon: Hand,
    when: may('claim'),
    run: () => void claimLeads(leadsMeant()),
  },
  {
    id: 'leads.reopen',
    titleKey: 'leads.action.reopen',
    group: 'view',
    keys: 'r',
    icon: RotateCcw,
    when: may('reopen'),
    run: () => void reopenLeads(leadsMeant()),
  },
  {
    id: 'leads.select',
    titleKey: 'leads.action.select',
    group: 'view',
    keys: 'x',
    icon: SquareCheck,
    when: () => leadStore.getState().focus !== null,
    run: () => {
      const { focus } = leadStore.getState();
      if (focus) toggleLead(focus);
    },
  },
  {
    id: 'leads.clearSelection',
    titleKey: 'leads.action.clear',
    group: 'view',
    keys: 'escape',
    when: () => leadStore.getState().chosen.size > 0,
    run: clearLeads,
  },
];

/** Keys and palette commands of 线索: the same in the list and on a lead's page. */
export function useLeadCommands(): void {
  useCommands(commands);
}

import { Building2, Kanban, type LucideIcon, User, UserSearch } from 'lucide-react';

/** The icon of each kind of record that can be found. */
export const entityIcons: Readonly<Record<'opportunity' | 'account' | 'contact' | 'lead', LucideIcon>> = {
  opportunity: Kanban,
  account: Building2,
  contact: User,
  lead: UserSearch,
};

import {
  FileText,
  type LucideIcon,
  Mail,
  MapPin,
  MessageSquare,
  Monitor,
  Phone,
  StickyNote,
  Users,
} from 'lucide-react';

/** The icon of every kind of activity and task; unknown kinds (of a newer program) look like notes. */
export const activityIcons = {
  visit: MapPin,
  call: Phone,
  wechat: MessageSquare,
  email: Mail,
  meeting: Users,
  demo: Monitor,
  note: StickyNote,
  document: FileText,
  task: StickyNote,
} as const satisfies Record<string, LucideIcon>;

/** The icon of a kind that came from the core. */
export function activityIcon(kind: string): LucideIcon {
  return (activityIcons as Record<string, LucideIcon>)[kind] ?? StickyNote;
}

import { useT } from '#renderer/platform/language.ts';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { LeadRow } from '#shared/contract/lead.contract.ts';

const tones = {
  new: 'outlined',
  verifying: 'info',
  converted: 'positive',
  disqualified: 'plain',
  pool: 'warning',
} as const;

/** The state of a lead. */
export function StatusTag({ status }: { readonly status: LeadRow['status'] }) {
  const t = useT();
  return <Tag tone={tones[status]}>{t(`leads.status.${status}`)}</Tag>;
}

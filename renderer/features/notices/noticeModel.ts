import { paths } from '#renderer/platform/paths.ts';
import type { Notice } from '#shared/contract/notice.contract.ts';

/** Where a notice leads. */
export function placeOf(notice: Notice): string {
  if (notice.kind === 'damage') return paths.settings({ tab: 'workspace' });
  if (notice.kind === 'modelRefit' || notice.kind === 'modelReview') {
    return paths.settings({ tab: 'scoring', part: 'models' });
  }
  if (notice.opportunity) return paths.deal(notice.opportunity.id, notice.task ? { tab: 'tasks' } : {});
  return notice.lead ? `/leads/${encodeURIComponent(notice.lead.id)}` : paths.today();
}

/** A number for a small badge. */
export const badgeText = (count: number): string => (count > 99 ? '99+' : String(count));

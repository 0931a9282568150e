import type { NoticeRow } from '#db/queries/notice/noticeRows.ts';
import type { Notice, NoticeCounts } from '#shared/contract/notice.contract.ts';
import type { ToldNotice } from '#shared/contract/operation.ts';
import { groupOf, type NoticeKind, noticeKinds } from '#shared/domain/notices/notice.ts';
import { stallOf } from '../tasks/stallOf.ts';
import { z } from 'zod';

const paramsSchema = z.object({
  text: z.string().max(500).catch(''),
  backup: z.object({ path: z.string(), at: z.number() }).nullable().catch(null),
});

/** A row as the contract tells it; null for a kind of a newer program. */
export function toNotice(row: NoticeRow): Notice | null {
  const kind = noticeKinds.find((known) => known === row.kind);
  if (kind === undefined) return null;
  const { text, backup } = readParams(row.params);
  return {
    id: row.id,
    kind,
    group: groupOf(kind),
    dueAt: row.dueAt,
    task:
      row.taskId === null
        ? null
        : { id: row.taskId, name: row.taskTitle ?? '', dueDate: row.dueDate, dueMinute: row.dueMinute },
    opportunity: row.opportunityId === null ? null : { id: row.opportunityId, name: row.opportunityName ?? '' },
    lead: row.leadId === null ? null : { id: row.leadId, name: row.leadName ?? '' },
    stageName: row.stageName ?? '',
    accountName: row.accountName ?? '',
    ownerName: row.ownerName ?? '',
    stall: stallOf(row.stallCode, row.stallNote, row.stallAt),
    text,
    backup,
  };
}

/** What shells need to put a notice on the desktop. */
export function toTold(row: NoticeRow): ToldNotice {
  return {
    id: row.id,
    kind: row.kind,
    title: readParams(row.params).text || row.taskTitle || row.leadName || row.opportunityName || '',
    dealName: row.opportunityName ?? '',
    accountName: row.accountName ?? '',
    ownerName: row.ownerName ?? '',
    opportunityId: row.opportunityId,
  };
}

/** The open notices by group, kinds of a newer program left out. */
export function toCounts(rows: readonly { readonly kind: string; readonly count: number }[]): NoticeCounts {
  const groups = { overdue: 0, today: 0, escalated: 0, question: 0, program: 0 };
  for (const { kind, count } of rows) {
    if ((noticeKinds as readonly string[]).includes(kind)) groups[groupOf(kind as NoticeKind)] += count;
  }
  return { open: Object.values(groups).reduce((sum, count) => sum + count, 0), groups };
}

function readParams(text: string): z.output<typeof paramsSchema> {
  try {
    return paramsSchema.parse(JSON.parse(text));
  } catch {
    return { text: '', backup: null };
  }
}

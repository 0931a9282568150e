import { noticeCounts, openNotices } from '#db/queries/notice/noticeRows.ts';
import { saveLocalSetting } from '#db/repositories/localSettings.ts';
import { readNotices, reopenNotices, snoozeNotice } from '#db/repositories/notices.ts';
import { saveTeamSetting } from '#db/repositories/teamSettings.ts';
import type { noticeContract } from '#shared/contract/notice.contract.ts';
import { noticeGroups } from '#shared/domain/notices/notice.ts';
import { snoozeUntil } from '#shared/domain/notices/snoozeUntil.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '../../ipc/handler.ts';
import { giveStallReason } from './giveStallReason.ts';
import { toCounts, toNotice } from './noticeItems.ts';
import { noticeClock, NOTICES_KEY, personalNoticeSettings, teamNoticeSettings } from './noticeSettings.ts';
import { teamWatch } from './teamWatch.ts';

/** More than a list in a panel can hold; the counts tell how many there are beyond. */
const LISTED = 200;

/** Everything the notice area answers; whoever works on this device sees their own notices only. */
export const noticeHandlers = {
  list: ({ db, actorId }) => {
    const items = openNotices(db, actorId, LISTED)
      .map(toNotice)
      .filter((item) => item !== null);
    const groups = noticeGroups
      .map((group) => ({ group, items: items.filter((item) => item.group === group) }))
      .filter((group) => group.items.length > 0);
    return ok({ groups, counts: toCounts(noticeCounts(db, actorId)) });
  },
  counts: ({ db, actorId }) => ok(toCounts(noticeCounts(db, actorId))),
  markRead: (context, { ids }) =>
    context.write('notice.markRead', (db) => ok({ changed: readNotices(db, context.actorId, ids, context.now) })),
  markUnread: (context, { ids }) =>
    context.write('notice.markUnread', (db) => ok({ changed: reopenNotices(db, context.actorId, ids) })),
  dismissAll: (context) =>
    context.write('notice.dismissAll', (db) => ok({ changed: readNotices(db, context.actorId, null, context.now) })),
  snooze: (context, { id, until }) =>
    context.write('notice.snooze', (db) => {
      const { calendar, morningMinute } = noticeClock(db, context.now, context.timeZone);
      const at = snoozeUntil(until, context.now, calendar, morningMinute);
      if (snoozeNotice(db, context.actorId, id, at)) return ok({ until: at });
      return err({ type: 'notFound' as const, entity: 'notice', id });
    }),
  settings: ({ db }) => ok({ personal: personalNoticeSettings(db), team: teamNoticeSettings(db) }),
  savePersonal: (context, settings) =>
    context.write('notice.savePersonal', (db) => {
      saveLocalSetting(db, NOTICES_KEY, JSON.stringify(settings));
      return ok({});
    }),
  saveTeam: (context, settings) =>
    context.write('notice.saveTeam', (db) => {
      saveTeamSetting(db, NOTICES_KEY, JSON.stringify(settings));
      return ok({});
    }),
  giveStallReason,
  team: teamWatch,
} satisfies HandlersFor<typeof noticeContract>;

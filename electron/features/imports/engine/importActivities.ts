import { foldName } from '#shared/domain/imports/foldText.ts';
import type { ImportState } from './importState.ts';
import { findDeal } from './importLines.ts';
import { resolveReference } from './references.ts';
import { defined, keyOf, repeated, type RowSource } from './rowSource.ts';

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['visit', /visit|拜访|上门|外勤/iu],
  ['call', /call|phone|电话/iu],
  ['wechat', /wechat|微信/iu],
  ['email', /mail|邮件/iu],
  ['demo', /demo|演示/iu],
  ['meeting', /meeting|event|会议|lunch|交流/iu],
];

/** What happened with customers; unmapped columns go to the end of the note, since activities have no fields of their own. */
export function importActivities(state: ImportState, source: RowSource): void {
  const { tally, now } = state.deps;
  for (const row of source.rows()) {
    const { values } = row;
    if (values.at === undefined) {
      source.refuse(row, 'at');
      continue;
    }
    const deal = values.deal === undefined ? null : findDeal(state, String(values.deal));
    if (values.deal !== undefined && !deal) {
      const column = source.reader.headerOf('deal');
      tally.problem({ ...row.place, column, value: String(values.deal), code: 'unknownDeal', severity: 'warning' });
    }
    const accountId = resolveReference(state, 'account', values.account) ?? deal?.accountId ?? undefined;
    const subject = String(values.subject ?? values.note ?? values.kind ?? '').slice(0, 200);
    const key = keyOf(
      state,
      values.externalId,
      [values.at, foldName(subject), deal?.id ?? '', accountId ?? ''].join('\u0001'),
    );
    if (repeated(state, 'activity', key, row)) continue;
    const kept = Object.entries(row.custom).map(([header, value]) => `${header}: ${value}`);
    state.upsert({
      entity: 'activity',
      table: 'activity',
      key,
      matchedId: undefined,
      place: row.place,
      title: subject,
      proposed: defined({
        at: values.at,
        kind:
          values.kind === undefined
            ? undefined
            : (KINDS.find(([, pattern]) => pattern.test(String(values.kind)))?.[0] ?? 'note'),
        subject,
        note: [values.note, ...kept].filter((part) => part !== undefined).join('\n') || undefined,
        location: values.location,
        durationMinutes: values.durationMinutes,
        opportunityId: deal?.id,
        accountId,
        ownerId: resolveReference(state, 'member', values.owner) ?? undefined,
      }),
      custom: {},
      defaults: { createdAt: values.createdAt ?? now },
    });
  }
}

import { recogniseKind } from '#shared/domain/scoring/behaviour/recogniseKind.ts';
import { currentRules } from '../../behaviour/currentRules.ts';
import type { ImportState } from './importState.ts';
import { EventMatcher, type NamedPerson } from './matchEvent.ts';
import type { ReadRow } from './rowReader.ts';
import type { RowSource } from './rowSource.ts';
import { stableId } from './stableId.ts';

const WHO = ['personId', 'email', 'mobile', 'wechat', 'personName', 'company', 'deal'] as const;

/**
 * What customers did. The id of an event is made of what the row says, so the same event is kept once however often its file
 * comes in. Nobody is made from an event: one whose person is unknown is kept with what the file said of them.
 */
export function importBehaviour(state: ImportState, source: RowSource): void {
  const { tally, db, timeZone } = state.deps;
  const { rules } = currentRules(db, timeZone);
  const ruled = new Set(rules.map(({ kind }) => kind));
  // Leads and contacts that came with this import own their events, too; a dry run has not made them and says so.
  state.deps.sink.settle();
  const matcher = new EventMatcher(state);
  for (const row of source.rows()) {
    const { values } = row;
    if (values.at === undefined || values.kind === undefined) {
      source.refuse(row, values.at === undefined ? 'at' : 'kind');
      continue;
    }
    const text = String(values.kind).slice(0, 80);
    const kind = recogniseKind(text, rules) ?? text;
    const who = whoOf(row);
    const title = [text, ...Object.values(who)].join(' ').slice(0, 200);
    const id = eventId(state, row, kind, who);
    const owners = matcher.match(who);
    const isNew = state.insertOnce('behaviourEvent', {
      id,
      kind,
      at: Number(values.at),
      durationSeconds: secondsOf(row),
      detail: detailOf(row),
      source: state.deps.plan.source,
      ...owners,
      counted: 1,
      who: JSON.stringify(who),
    });
    tally.row('behaviourEvent', isNew ? 'create' : 'skip', row.place, title);
    if (!isNew) continue;
    if (!ruled.has(kind)) tally.note('eventsWithoutRule');
    if (owners.unmatched === '') continue;
    tally.note('unmatchedEvents');
    tally.problem({
      ...row.place,
      column: '',
      value: title,
      code: owners.unmatched === 'ambiguous' ? 'ambiguousPerson' : 'unknownPerson',
      severity: 'warning',
    });
  }
}

function whoOf({ values }: ReadRow): NamedPerson {
  return Object.fromEntries(
    WHO.flatMap((field) => (values[field] === undefined ? [] : [[field, String(values[field]).slice(0, 200)]])),
  );
}

/** The id at the source where there is one, else what, when, who and which. */
function eventId(state: ImportState, row: ReadRow, kind: string, who: NamedPerson): string {
  const { values } = row;
  if (values.externalId !== undefined)
    return stableId('behaviourEvent', state.deps.plan.source, String(values.externalId));
  const person = who.personId ?? who.email?.toLowerCase() ?? who.mobile ?? who.wechat ?? JSON.stringify(who);
  return stableId('behaviourEvent', kind, Number(values.at), person, detailOf(row));
}

/** What it was about, and what columns without a place say. */
function detailOf({ values, custom }: ReadRow): string {
  const kept = Object.entries(custom).map(([header, value]) => `${header}: ${value}`);
  return [values.detail, ...kept]
    .filter((part) => part !== undefined)
    .join('\n')
    .slice(0, 2000);
}

/** Seconds; a length below zero or beyond a day is a slip of the file and counts as unknown. */
function secondsOf({ values }: ReadRow): number | null {
  const seconds =
    values.durationSeconds === undefined ? Number(values.durationMinutes) * 60 : Number(values.durationSeconds);
  return Number.isFinite(seconds) && seconds >= 0 && seconds <= 86_400 ? Math.round(seconds) : null;
}

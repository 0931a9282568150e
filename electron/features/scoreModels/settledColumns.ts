import type { ReadDb } from '#db/handles.ts';
import { closedBetween } from '#db/queries/scoreModels/closedBetween.ts';
import { figuresAt } from '#db/queries/scoring/scorePages.ts';
import type { ModelKind } from '#shared/contract/scoreModel.contract.ts';
import type { DaySpan } from '#shared/domain/scoring/governance/checkDays.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import type { WorkCalendar } from '#shared/lib/calendar.ts';
import { DAY_MS, type IsoDate } from '#shared/lib/time.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import { withKind } from './scoredKinds.ts';

/** What a check is about. */
interface SettledWish {
  readonly kind: ModelKind;
  readonly modelId: string;
  readonly span: DaySpan;
  /** Last closing day of what the model learned from. */
  readonly learnedTo: IsoDate | null;
  readonly calendar: WorkCalendar;
}

/** Records that were closed in a window, as they were before. */
export interface Settled {
  readonly rows: number;
  readonly outcome: Uint8Array;
  readonly columns: readonly LearningColumn[];
  /** The figure that the model had shown of a row by then, NaN where it had shown none. */
  readonly shown: Float64Array;
  readonly closed: number;
  readonly learned: number;
}

/** A record of a week is young enough for its first figure. */
const FIRST_FIGURE_MS = 7 * DAY_MS;

/**
 * Records closed in a window, each as it was at the window's beginning, or a week after it began where that is later. When it
 * would be closed has no part in that choice, or the figure would be asked when everything was known already.
 */
export function settledColumns(db: ReadDb, { kind, modelId, span, learnedTo, calendar }: SettledWish): Settled {
  const from = calendar.startOf(span.from);
  const until = calendar.startOf(dayOffset(span.to, 1));
  const learnedUntil = learnedTo === null ? 0 : calendar.startOf(dayOffset(learnedTo, 1));
  const ended = closedBetween(db, kind, from, until);
  const unlearned = ended.filter(({ endedAt }) => endedAt >= learnedUntil).map(({ id }) => id);
  return withKind(kind, (way) => {
    const lives = way
      .read(db, unlearned)
      .map((life) => ({ ...life, moment: Math.max(from, life.createdAt + FIRST_FIGURE_MS) }))
      .filter(({ moment, endedAt }) => endedAt !== null && moment < endedAt);
    const figures = figuresAt(db, kind, from);
    return {
      rows: lives.length,
      outcome: Uint8Array.from(lives, ({ positive }) => (positive ? 1 : 0)),
      columns: way.columns(
        lives.map(({ factsAt, moment }) => factsAt(moment)),
        lives.map(({ moment }) => moment),
      ),
      shown: Float64Array.from(lives, ({ id, moment }) => {
        const figure = figures.get(id);
        return moment === from && figure?.modelId === modelId ? (figure.value ?? Number.NaN) : Number.NaN;
      }),
      closed: ended.length,
      learned: ended.length - unlearned.length,
    };
  });
}

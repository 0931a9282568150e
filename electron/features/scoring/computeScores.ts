import type { InputRow, ScoredKind, ScoreRow } from '#db/queries/scoring/scoredRecords.ts';
import type { PagedFigure } from '#db/repositories/scorePages.ts';
import type { NewScore } from '#db/repositories/scores.ts';
import { dealFactsOf } from '#shared/domain/scoring/deals/dealFacts.ts';
import { dealColumns } from '#shared/domain/scoring/deals/dealFeatures.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import type { TrainedModel } from '#shared/domain/scoring/learning/modelTypes.ts';
import { predict } from '#shared/domain/scoring/learning/predict.ts';
import { leadFactsOf } from '#shared/domain/scoring/leads/leadFacts.ts';
import { leadColumns } from '#shared/domain/scoring/leads/leadFeatures.ts';
import type { ActiveModel } from './activeModel.ts';
import { intervalsOf } from './intervalsOf.ts';
import { readPacked } from './readPacked.ts';

/** How many were computed, what is to be written, and of it the figures that differ from what was known before. */
export interface ComputedScores {
  readonly computed: number;
  readonly scores: readonly NewScore[];
  readonly changed: readonly PagedFigure[];
}

/**
 * Figures of the records whose figure may be another than the one known: another model, other facts, or all of them on a new
 * day. One that comes out as it was is not written again. A model that abstains, or none at all, gives no figure.
 */
export function computeScores(
  kind: ScoredKind,
  inputs: readonly InputRow[],
  known: ReadonlyMap<string, ScoreRow>,
  active: ActiveModel | null,
  { now, all }: { readonly now: number; readonly all: boolean },
): ComputedScores {
  const modelId = active?.id ?? null;
  const model = active === null || active.model.verdict === 'abstains' ? null : active.model;
  const due = inputs.filter(({ id, hash }) => {
    const before = known.get(id);
    if (before === undefined) return modelId !== null;
    if (before.modelId !== modelId || before.inputHash !== hash) return true;
    return model !== null && all;
  });
  if (due.length === 0) return { computed: 0, scores: [], changed: [] };
  const figures = model === null ? null : predictAll(kind, due, model, now);
  const interval = model === null ? null : intervalsOf(model);
  const scores: NewScore[] = [];
  const changed: PagedFigure[] = [];
  for (let n = 0; n < due.length; n += 1) {
    const { no, id, hash } = due[n]!;
    const probability = figures === null ? null : figures[n]!;
    const before = known.get(id);
    const isOther = differs(before, probability, modelId);
    if (before !== undefined && !isOther && before.inputHash === hash) continue;
    const { low, high } = probability === null || interval === null ? { low: null, high: null } : interval(probability);
    scores.push({ id, probability, low, high, inputHash: hash });
    if (isOther) changed.push({ no, probability, inputHash: hash });
  }
  return { computed: due.length, scores, changed };
}

/** Rows whose facts are objects at a time: so few that they are gone before the collector would have to keep them. */
const AT_ONCE = 2048;

function predictAll(kind: ScoredKind, inputs: readonly InputRow[], model: TrainedModel, now: number): Float64Array {
  const wanted = new Set(model.columns.map(({ name }) => name));
  const figures = new Float64Array(inputs.length);
  for (let from = 0; from < inputs.length; from += AT_ONCE) {
    const some = inputs.slice(from, from + AT_ONCE);
    figures.set(predict(model, columnsOf(kind, some, now, wanted), some.length), from);
  }
  return figures;
}

/** Figures are shown to a tenth of a per cent at most; what differs by less is the same figure. */
const shown = (probability: number | null): number | null =>
  probability === null ? null : Math.round(probability * 1000);

function differs(before: ScoreRow | undefined, probability: number | null, modelId: string | null): boolean {
  if (before === undefined) return probability !== null;
  return shown(before.probability) !== shown(probability) || before.modelId !== modelId;
}

/** The columns of these inputs as of a moment; all of them, or only those a model asks for. */
export function columnsOf(
  kind: ScoredKind,
  inputs: readonly InputRow[],
  asOf: number,
  wanted?: ReadonlySet<string>,
): LearningColumn[] {
  const read = readPacked(inputs.map(({ facts }) => facts));
  return kind === 'deal'
    ? dealColumns(
        read.map(({ numbers, words }) => dealFactsOf(numbers, words)),
        asOf,
        wanted,
      )
    : leadColumns(
        read.map(({ numbers, words }) => leadFactsOf(numbers, words)),
        asOf,
        wanted,
      );
}

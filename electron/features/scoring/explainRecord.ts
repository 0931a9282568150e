import { memberById } from '#db/queries/members.ts';
import { closedCount, namesOfCategories, scoreOf } from '#db/queries/scoring/explained.ts';
import type { ScoredKind } from '#db/queries/scoring/scoredRecords.ts';
import type { ReadDb } from '#db/handles.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { explanationOperations, ScoreFactor } from '#shared/contract/scoringExplanation.ts';
import { factorsOf } from '#shared/domain/scoring/explain/factors.ts';
import { allReasons } from '#shared/domain/scoring/explain/reasons.ts';
import { dealFeatures } from '#shared/domain/scoring/deals/dealFeatures.ts';
import { explainRow } from '#shared/domain/scoring/learning/explainRow.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import { leadFeatures } from '#shared/domain/scoring/leads/leadFeatures.ts';
import type { QueryContext } from '../../ipc/handler.ts';
import { type ActiveModel, activeModel } from './activeModel.ts';
import { columnsOf } from './computeScores.ts';
import { foldRecords } from './foldRecords.ts';
import { modelRef } from './modelRef.ts';

type Explained = OutputOf<typeof explanationOperations.ofLead>;

/** A record as its figure was computed: facts as JSON, and the moment. */
export interface ExplainedRecord {
  readonly answer: Explained;
  readonly active: ActiveModel | null;
  readonly facts: string;
  readonly asOf: number;
}

const nothing = (): Pick<Explained, 'figure' | 'factors' | 'reasons' | 'stay'> => ({
  figure: null,
  factors: [],
  reasons: [],
  stay: null,
});

/**
 * The model's figure of one record with its reasons. While nothing happened since the record was scored, it is the very
 * figure that is shown elsewhere, explained as of that moment; otherwise that of now. Null for a record that is not there.
 */
export function explainRecord(
  context: QueryContext,
  kind: ScoredKind,
  id: string,
  closed: boolean,
): ExplainedRecord | null {
  const { db, now } = context;
  const input = foldRecords(db, kind, [id], now)[0];
  if (input === undefined) return null;
  const active = activeModel(db, kind);
  const common = { model: active && modelRef(db, active), closed: closedCount(db, kind) };
  const record = { active, facts: input.facts, asOf: now };
  if (closed) return { ...record, answer: { ...common, ...nothing(), state: 'closed' } };
  if (active === null) return { ...record, answer: { ...common, ...nothing(), state: 'noModel' } };
  if (active.model.verdict === 'abstains') return { ...record, answer: { ...common, ...nothing(), state: 'abstains' } };
  const score = scoreOf(db, kind, id);
  const asOf = score?.modelId === active.id && score.inputHash === input.hash ? score.asOf : now;
  const columns = columnsOf(kind, [{ no: 0, id, facts: input.facts, hash: input.hash }], asOf);
  return { active, facts: input.facts, asOf, answer: { ...common, ...explained(db, kind, active, columns, asOf) } };
}

function explained(
  db: ReadDb,
  kind: ScoredKind,
  { model }: ActiveModel,
  columns: readonly LearningColumn[],
  asOf: number,
): Omit<Explained, 'model' | 'closed'> {
  const why = explainRow(model, columns, 0);
  const { factors, rest } = factorsOf(why, columns, 0);
  const { probability, alike, baseLogOdds, logOdds } = why;
  // Nobody has seen a certain deal: an interval ends where figures end.
  const low = Math.max(why.low, Math.min(model.bounds.low, probability));
  const high = Math.min(why.high, Math.max(model.bounds.high, probability));
  return {
    state: 'scored',
    figure: { probability, low, high, alike, asOf, baseLogOdds, logOdds, rest },
    factors: named(db, kind, factors),
    reasons: allReasons(why).map((reason) => ({ ...reason, features: [...reason.features] })),
    stay: null,
  };
}

/** Units from the list of features, and names for the ids that categories hold. */
function named(db: ReadDb, kind: ScoredKind, factors: ReturnType<typeof factorsOf>['factors']): ScoreFactor[] {
  const features = new Map<string, (typeof dealFeatures | typeof leadFeatures)[number]>(
    (kind === 'deal' ? dealFeatures : leadFeatures).map((feature) => [feature.name, feature]),
  );
  return factors.map((factor) => {
    const feature = features.get(factor.name);
    const unit = feature === undefined ? 'count' : feature.kind === 'number' ? feature.unit : feature.values;
    return { ...factor, unit, text: nameOf(db, unit, factor.text) };
  });
}

function nameOf(db: ReadDb, unit: string, text: string): string {
  if (text === '') return '';
  if (unit === 'member') return memberById(db, text)?.name ?? '';
  if (unit === 'process' || unit === 'productLine') return namesOfCategories(db, unit, text) ?? '';
  return text;
}

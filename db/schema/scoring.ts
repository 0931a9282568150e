import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { count, createdAt, day, id, instant, json, removedAt, words } from './columns.ts';
import { member } from './team.ts';

/** Editable scoring rules: attributes per industry, behaviour for the whole workspace (docs/adr/0012-scoring.md). */
export const scoreRuleSet = sqliteTable('scoreRuleSet', {
  id: id(),
  /** attribute | behaviour */
  kind: words('attribute'),
  name: words(),
  /** Key of the industry template it came from, or empty. */
  industry: words(),
  body: json('{}'),
  createdAt: createdAt(),
  removedAt: removedAt(),
});

/** One trained version of a model; what it is never changes, whether it is in use does. */
export const scoreModel = sqliteTable(
  'scoreModel',
  {
    id: id(),
    /** deal | lead */
    kind: words('deal'),
    version: count(1),
    trainedAt: createdAt(),
    trainedById: text().references(() => member.id),
    /** Closing days of the records that were learned from. */
    fromDay: day(),
    toDay: day(),
    /** usable | cautious | abstains */
    verdict: words('abstains'),
    /** The model as plain JSON, from which every figure can be computed again. */
    body: json('{}'),
    /** Metrics, reliability, features, left-out columns. */
    report: json('{}'),
    note: words(),
    /** When it was taken into use; the newest of its kind counts. */
    activatedAt: instant(),
    removedAt: removedAt(),
  },
  (t) => [index('scoreModel_byKind').on(t.kind, t.removedAt, t.activatedAt)],
);

/** One comparison of what a model predicted with what happened. */
export const modelCheck = sqliteTable(
  'modelCheck',
  {
    id: id(),
    modelId: text().references(() => scoreModel.id),
    at: createdAt(),
    fromDay: day(),
    toDay: day(),
    /** Metrics, reliability, drift and the proposal that follows. */
    body: json('{}'),
  },
  (t) => [index('modelCheck_byModel').on(t.modelId, t.at)],
);

import type { ReadDb } from '#db/handles.ts';
import { inputRows, openRecordIds, staleIds } from '#db/queries/scoring/scoredRecords.ts';
import type { ModelKind } from '#shared/contract/scoreModel.contract.ts';
import type { LearningColumn } from '#shared/domain/scoring/learning/learningTypes.ts';
import { foldRecords } from '../scoring/foldRecords.ts';
import { withKind } from './scoredKinds.ts';

/** Open records and their columns, one row each. */
export interface OpenColumns {
  readonly ids: readonly string[];
  readonly columns: readonly LearningColumn[];
}

/** Records read at once. */
const AT_ONCE = 2000;

/** The open records of a kind as a model sees them now; stored facts where they are up to date, folded anew where not. */
export function openColumns(db: ReadDb, kind: ModelKind, now: number): OpenColumns {
  const open = openRecordIds(db, kind);
  const facts = openFacts(db, kind, open, now);
  const ids = open.filter((id) => facts.has(id));
  return withKind(kind, ({ columns, unpack }) => ({
    ids,
    columns: columns(
      ids.map((id) => unpack(facts.get(id) ?? '[]')),
      now,
    ),
  }));
}

function openFacts(db: ReadDb, kind: ModelKind, open: readonly string[], now: number): Map<string, string> {
  const stale = new Set(staleIds(db, kind, now));
  const facts = new Map<string, string>();
  for (const row of inputRows(db, kind)) if (!stale.has(row.id)) facts.set(row.id, row.facts);
  const missing = open.filter((id) => !facts.has(id));
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    for (const input of foldRecords(db, kind, missing.slice(from, from + AT_ONCE), now))
      facts.set(input.id, input.facts);
  }
  return facts;
}

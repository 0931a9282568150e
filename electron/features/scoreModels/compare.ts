import { comparedRecords, openAmounts } from '#db/queries/scoreModels/comparedRecords.ts';
import type { ReadDb } from '#db/handles.ts';
import type { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { compareFigures } from '#shared/domain/scoring/governance/compareFigures.ts';
import { predict } from '#shared/domain/scoring/learning/predict.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '#electron/ipc/handler.ts';
import { modelById } from '../scoring/activeModel.ts';
import { type OpenColumns, openColumns } from './openColumns.ts';
import { readVersion } from './readVersions.ts';

/** Scores the open records by two versions and says which would move. */
export const compare: Handler<(typeof scoreModelContract)['compare']> = (context, input) => {
  const { db } = context;
  const a = readVersion(db, input.a)?.version;
  const b = readVersion(db, input.b)?.version;
  if (a === undefined || b === undefined) {
    return err({ type: 'notFound', entity: 'scoreModel', id: a === undefined ? input.a : input.b });
  }
  if (a.kind !== b.kind) return err({ type: 'otherKind' });
  const open = openColumns(db, a.kind, context.now);
  const ofA = figures(db, a.id, open);
  const ofB = figures(db, b.id, open);
  if (ofA === null || ofB === null) {
    return err({ type: 'notFound', entity: 'scoreModel', id: ofA === null ? a.id : b.id });
  }
  const amounts = new Map(
    a.kind === 'deal' ? openAmounts(db, context.currency).map(({ id, amountMinor }) => [id, amountMinor]) : [],
  );
  const { moved, ...sums } = compareFigures(
    open.ids.map((id, row) => ({ id, amountMinor: amounts.get(id) ?? null, a: ofA[row] ?? 0, b: ofB[row] ?? 0 })),
  );
  const shown = moved.slice(0, input.limit);
  const names = new Map(
    comparedRecords(
      db,
      a.kind,
      shown.map(({ id }) => id),
    ).map((row) => [row.id, row]),
  );
  const nameless = { name: '', accountName: '', ownerName: '' };
  return ok({
    a,
    b,
    ...sums,
    moved: moved.length,
    rows: shown.map((record) => ({ ...nameless, ...names.get(record.id), ...record })),
  });
};

/** What a version says of the open records; null when this program cannot read its body. */
function figures(db: ReadDb, id: string, open: OpenColumns): Float64Array | null {
  const found = modelById(db, id);
  return found && predict(found.model, open.columns, open.ids.length);
}

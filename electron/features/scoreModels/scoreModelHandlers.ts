import type { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { trainingNeeds } from '#shared/domain/scoring/governance/trainingNeeds.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { HandlersFor } from '#electron/ipc/handler.ts';
import { activate } from './activate.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { readChecks, readVersion, readVersions } from './readVersions.ts';
import { closedCounts } from '#db/queries/scoreModels/closedCounts.ts';
import { learnedFrom } from './learnedFrom.ts';
import { train } from './train.ts';

/** Everything behind `scoreModel.*`. */
export const scoreModelHandlers = {
  list: ({ db }, { kind }) => {
    const { closed, positives } = closedCounts(db, kind, learnedFrom(db, kind));
    return ok({
      versions: readVersions(db, kind).map(({ version }) => version),
      closed,
      positives,
      needs: trainingNeeds(closed, positives),
    });
  },
  card: ({ db }, { id }) => {
    const found = readVersion(db, id);
    if (found === null) return err({ type: 'notFound', entity: 'scoreModel', id });
    const { report, version } = found;
    return ok({
      version,
      report,
      needs: trainingNeeds(report.records, report.positives),
      checks: readChecks(db, id),
    });
  },
  compare,
  train,
  activate,
  check,
} satisfies HandlersFor<typeof scoreModelContract>;

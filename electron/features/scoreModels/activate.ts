import { modelInUse } from '#db/queries/scoreModels/modelVersions.ts';
import { activateScoreModel } from '#db/repositories/scoreModels.ts';
import type { scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Answer, Handler } from '#electron/ipc/handler.ts';
import { rescoreUntilDone } from '../scoring/rescoreRecords.ts';
import { readVersion } from './readVersions.ts';

type Operation = (typeof scoreModelContract)['activate'];

/** Takes a version into use, then scores the open records by it. */
export const activate: Handler<Operation> = async (context, { id }) => {
  const found = readVersion(context.db, id);
  if (found === null) return err({ type: 'notFound', entity: 'scoreModel', id });
  const { kind, version } = found.version;
  const answer = context.write('scoreModel.activate', (db): Answer<Operation> => {
    if (modelInUse(db, kind)?.id === id) return err({ type: 'alreadyInUse' });
    activateScoreModel(db, id, context.now);
    return ok({ version });
  });
  if (answer.ok) await rescoreUntilDone(context.runJob, { kinds: [kind] });
  return answer;
};

import { processLine, processLines, productLines, runningCounts } from '#db/queries/process/processLines.ts';
import type { ReadDb, WriteDb } from '#db/handles.ts';
import { addProductLine, changeProcess } from '#db/repositories/process.ts';
import type { processContract } from '#shared/contract/process.contract.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import { rankBetween } from '#shared/lib/rank.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { Answer, CommandContext, Handler } from '#electron/ipc/handler.ts';

const unknown = (id: string) => err({ type: 'notFound' as const, entity: 'process', id });

/** Gives a process another name. */
export const rename: Handler<typeof processContract.rename> = (context, { id, name }) =>
  context.write('process.rename', (db) => (changeProcess(db, id, { name }) ? ok({}) : unknown(id)));

/** Puts a process between its new neighbours; neighbours that are gone are left out of account. */
export const reorder: Handler<typeof processContract.reorder> = (context, { id, beforeId, afterId }) =>
  context.write('process.reorder', (db) => {
    const others = processLines(db).filter((line) => line.id !== id && line.archivedAt === null);
    const place = others.findIndex((line) => line.id === beforeId);
    const after = others.findIndex((line) => line.id === afterId);
    // The one that follows decides; without it the one that precedes; without both it goes to the end.
    const index = place >= 0 ? place : after >= 0 ? after + 1 : others.length;
    const rank = rankBetween(others[index - 1]?.rank ?? null, others[index]?.rank ?? null);
    return changeProcess(db, id, { rank }) ? ok({ rank }) : unknown(id);
  });

/** Takes a process out of use, or back into it. */
export const archive: Handler<typeof processContract.archive> = (context, { id, archived }) =>
  context.write('process.archive', (db): Answer<typeof processContract.archive> => {
    const line = processLine(db, id);
    if (line === undefined) return unknown(id);
    if (archived) {
      const count = runningCounts(db, id).reduce((sum, row) => sum + row.count, 0);
      if (count > 0) return err({ type: 'processInUse', count });
      if (isLast(db, id)) return err({ type: 'lastProcess' });
    }
    changeProcess(db, id, { archivedAt: archived ? (line.archivedAt ?? context.now) : null });
    return ok({});
  });

/** Whether no other process could take a new deal. */
function isLast(db: ReadDb, id: string): boolean {
  const usable = processLines(db).filter(({ archivedAt, versionId }) => archivedAt === null && versionId !== null);
  return usable.length === 1 && usable[0]?.id === id;
}

/** Whether deals may skip and step back, and the product line. */
export const setRules: Handler<typeof processContract.setRules> = (context, input) =>
  context.write('process.setRules', (db) => {
    const line = productLineOf(context, db, input.productLine);
    if (!line.ok) return line;
    const changed = changeProcess(db, input.id, {
      ...(input.allowSkip === undefined ? {} : { allowSkip: Number(input.allowSkip) }),
      ...(input.allowBack === undefined ? {} : { allowBack: Number(input.allowBack) }),
      ...(line.value === undefined ? {} : { productLineId: line.value }),
    });
    return changed ? ok({}) : unknown(input.id);
  });

type ProductLineChoice = Parameters<typeof setRules>[1]['productLine'];

/** The id of the line that was chosen or named; undefined leaves it, null takes it away. */
function productLineOf(
  context: CommandContext,
  db: WriteDb,
  choice: ProductLineChoice,
): Result<string | null | undefined, CommonError> {
  if (choice === undefined || choice === null) return ok(choice);
  const lines = productLines(db);
  if ('id' in choice) {
    if (lines.some(({ id }) => id === choice.id)) return ok(choice.id);
    return err({ type: 'notFound', entity: 'productLine', id: choice.id });
  }
  const known = lines.find(({ name }) => name === choice.name);
  if (known !== undefined) return ok(known.id);
  const id = context.newId();
  addProductLine(db, { id, name: choice.name, createdAt: context.now });
  return ok(id);
}

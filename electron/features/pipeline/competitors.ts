import type { WriteDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { allCompetitors, rivalOnDeal } from '#db/queries/pipeline/competitors.ts';
import { insertRow, updateRow } from '#db/rows.ts';
import { competitor, opportunityCompetitor } from '#db/schema/opportunity.ts';
import type { CommonError } from '#shared/contract/operation.ts';
import type { MoveInput, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { MoveDecision } from '#shared/domain/pipeline/decideMove.ts';
import { foldName } from '#shared/domain/search/foldText.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { CommandContext, Handler } from '#electron/ipc/handler.ts';

/** Known rivals whose folded name holds what was typed, those of most deals first. */
export const competitors: Handler<typeof pipelineContract.competitors> = ({ db }, { text, limit }) => {
  const wanted = foldName(text);
  return ok(
    allCompetitors(db)
      .filter(({ name }) => foldName(name).includes(wanted))
      .slice(0, limit),
  );
};

type Choice = MoveInput['competitor'];

/** The rival that was chosen: by id, or by name, where a known one of the same folded name is taken before a new one. */
export function chooseCompetitor(
  context: CommandContext,
  db: WriteDb,
  choice: Choice,
): Result<string | null, CommonError> {
  if (choice === undefined) return ok(null);
  if ('id' in choice) {
    const missing = missingReference(db, [{ entity: 'competitor', id: choice.id }]);
    return missing === null ? ok(choice.id) : err({ type: 'notFound', ...missing });
  }
  const wanted = foldName(choice.name);
  const known = allCompetitors(db).find(({ name }) => foldName(name) === wanted);
  if (known !== undefined) return ok(known.id);
  const id = context.newId();
  insertRow(db, competitor, { id, name: choice.name, createdAt: context.now });
  return ok(id);
}

/** Where a rival stands at the end, by the outcome for us. */
const positions = { lost: 'ahead', won: 'out', noDecision: 'unknown' } as const;

/** Puts the rival of a closing move on the deal; answers who won where it was lost, else null. */
export function nameCompetitor(
  context: CommandContext,
  db: WriteDb,
  opportunityId: string,
  decision: MoveDecision,
  choice: Choice,
): Result<string | null, CommonError> {
  const { outcome } = decision.stageChange;
  if (outcome === '' || choice === undefined) return ok(null);
  const chosen = chooseCompetitor(context, db, choice);
  if (!chosen.ok || chosen.value === null) return chosen;
  const position = positions[outcome];
  const row = rivalOnDeal(db, opportunityId, chosen.value);
  if (row !== undefined) updateRow(db, opportunityCompetitor, row.id, { position });
  else
    insertRow(db, opportunityCompetitor, {
      id: context.newId(),
      opportunityId,
      competitorId: chosen.value,
      position,
    });
  return ok(outcome === 'lost' ? chosen.value : null);
}

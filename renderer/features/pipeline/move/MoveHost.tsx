import { z } from 'zod';
import { registerCommands } from '#renderer/platform/commands.ts';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { ask } from '#renderer/platform/queries.ts';
import { whenIdle } from '#renderer/platform/whenIdle.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { outcomeReasonSchema, outcomeSchema } from '#shared/contract/primitives.ts';
import { Suspense, useEffect } from 'react';
import { moveDeals } from './moveDeals.ts';
import { moveStore } from './moveStore.ts';

const GateDialog = lazyPart(async () => (await import('./GateDialog.tsx')).GateDialog);
const RefusedDialog = lazyPart(async () => (await import('./RefusedDialog.tsx')).RefusedDialog);
const PauseDialog = lazyPart(async () => (await import('./PauseDialog.tsx')).PauseDialog);

const requestSchema = z.object({
  dealId: z.string(),
  toStageId: z.string(),
  /** What the dialog of a closing move begins with. */
  closing: z.object({ outcome: outcomeSchema, reason: outcomeReasonSchema, note: z.string() }).optional(),
});
const pauseSchema = z.object({ dealId: z.string(), name: z.string(), reason: z.string() });

/** Asks for the deal and its process as they are now, then moves it like a dragged card. */
async function moveFromElsewhere(argument: unknown): Promise<void> {
  const request = requestSchema.safeParse(argument);
  if (!request.success) return;
  const { dealId, toStageId, closing } = request.data;
  const [page, processes] = await Promise.all([
    ask(opportunityContract.page, { id: dealId }),
    ask(pipelineContract.processes, {}),
  ]);
  const process = processes.find(({ id }) => id === page.process.id);
  const to = page.process.stages.find(({ id }) => id === toStageId);
  if (process && to) await moveDeals({ process, deals: [page.card], to, closing });
}

/** Asks why the deal is parked, beginning with what the caller knows. */
function pauseFromElsewhere(argument: unknown): void {
  const request = pauseSchema.safeParse(argument);
  if (!request.success) return;
  const { dealId, name, reason } = request.data;
  moveStore.setState({ pausing: { deals: [{ id: dealId, name }], reason } });
}

/** The dialogs of moving, above every screen, and `runCommand('pipeline.moveDeal', { dealId, toStageId })` for the deal page. */
export function MoveHost() {
  const asks = moveStore((state) => state.question !== null);
  const refused = moveStore((state) => state.refused !== null);
  const pauses = moveStore((state) => state.pausing !== null);
  useEffect(() => whenIdle([GateDialog.preload, RefusedDialog.preload]), []);
  useEffect(
    () =>
      registerCommands([
        {
          id: 'pipeline.moveDeal',
          titleKey: 'pipeline.move.command',
          group: 'do',
          hidden: true,
          run: (argument) => void moveFromElsewhere(argument),
        },
        {
          id: 'pipeline.pauseDeal',
          titleKey: 'pipeline.move.pause',
          group: 'do',
          hidden: true,
          run: pauseFromElsewhere,
        },
      ]),
    [],
  );
  return (
    <Suspense fallback={null}>
      {asks ? <GateDialog /> : null}
      {refused ? <RefusedDialog /> : null}
      {pauses ? <PauseDialog /> : null}
    </Suspense>
  );
}

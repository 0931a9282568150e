import { z } from 'zod';
import { registerCommands } from '#renderer/platform/commands.ts';
import { lazyPart } from '#renderer/platform/lazyPart.ts';
import { ask } from '#renderer/platform/queries.ts';
import { whenIdle } from '#renderer/platform/whenIdle.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { Suspense, useEffect } from 'react';
import { moveDeals } from './moveDeals.ts';
import { moveStore } from './moveStore.ts';

const GateDialog = lazyPart(async () => (await import('./GateDialog.tsx')).GateDialog);
const RefusedDialog = lazyPart(async () => (await import('./RefusedDialog.tsx')).RefusedDialog);

const requestSchema = z.object({ dealId: z.string(), toStageId: z.string() });

/** Asks for the deal and its process as they are now, then moves it like a dragged card. */
async function moveFromElsewhere(argument: unknown): Promise<void> {
  const request = requestSchema.safeParse(argument);
  if (!request.success) return;
  const { dealId, toStageId } = request.data;
  const [page, processes] = await Promise.all([
    ask(opportunityContract.page, { id: dealId }),
    ask(pipelineContract.processes, {}),
  ]);
  const process = processes.find(({ id }) => id === page.process.id);
  const to = page.process.stages.find(({ id }) => id === toStageId);
  if (process && to) await moveDeals({ process, deals: [page.card], to });
}

/** The dialogs of moving, above every screen, and `runCommand('pipeline.moveDeal', { dealId, toStageId })` for the deal page. */
export function MoveHost() {
  const asks = moveStore((state) => state.question !== null);
  const refused = moveStore((state) => state.refused !== null);
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
      ]),
    [],
  );
  return (
    <Suspense fallback={null}>
      {asks ? <GateDialog /> : null}
      {refused ? <RefusedDialog /> : null}
    </Suspense>
  );
}

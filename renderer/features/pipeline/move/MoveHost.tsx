import { z } from 'zod';
import { registerCommands } from '#renderer/platform/commands.ts';
import { ask } from '#renderer/platform/queries.ts';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { useEffect } from 'react';
import { GateDialog } from './GateDialog.tsx';
import { moveDeals } from './moveDeals.ts';
import { RefusedDialog } from './RefusedDialog.tsx';

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
    <>
      <GateDialog />
      <RefusedDialog />
    </>
  );
}

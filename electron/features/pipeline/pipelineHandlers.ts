import type { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import type { HandlersFor } from '#electron/ipc/handler.ts';
import { board } from './board.ts';
import { checkMove } from './checkMove.ts';
import { column } from './column.ts';
import { giveEvidence, withdrawEvidence } from './evidence.ts';
import { list } from './list.ts';
import { move } from './move.ts';
import { moveMany } from './moveMany.ts';
import { pause, pauseMany } from './pause.ts';
import { askSignOff, signOffsWaiting } from './signOffs.ts';
import { competitors } from './competitors.ts';
import { processes } from './processes.ts';
import { reorder } from './reorder.ts';
import { timeline } from './timeline.ts';

/** Everything behind `pipeline.*`. */
export const pipelineHandlers = {
  processes,
  board,
  column,
  list,
  timeline,
  checkMove,
  move,
  moveMany,
  reorder,
  giveEvidence,
  withdrawEvidence,
  pause,
  pauseMany,
  askSignOff,
  signOffsWaiting,
  competitors,
} satisfies HandlersFor<typeof pipelineContract>;

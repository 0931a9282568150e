import { currentT } from '#renderer/platform/language.ts';
import { showFailure } from '#renderer/platform/failure.ts';
import { ask } from '#renderer/platform/queries.ts';
import { seekRemedy } from '#renderer/platform/remedies.ts';
import { type DealCard, type GateItem, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { decideMove, type MoveError } from '#shared/domain/pipeline/decideMove.ts';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import type { CardMove } from '../boardModel.ts';
import { refreshBoards, showMove } from '../pendingMoves.ts';
import { clearSelection, focusDeal } from '../selectionStore.ts';
import { offerUndoOf, sendCommand } from '../sendCommand.ts';
import { type MoveAnswers, moveStore, type MoveWish } from './moveStore.ts';

/**
 * Moves deals: drag, menu, keyboard and the bulk bar all come here. What the rules allow is shown at once; what the core
 * refuses goes back and asks what is missing.
 */
export async function moveDeals(wish: MoveWish, answers: MoveAnswers = {}): Promise<void> {
  const deals = wish.deals.filter((deal) => deal.stageId !== wish.to.id);
  const [first] = deals;
  if (wish.deals.length === 1 && !first) return reorder(wish);
  if (!first) return;
  if (deals.length === 1) return moveOne({ ...wish, deals }, first, answers);
  return moveSeveral({ ...wish, deals }, answers);
}

async function moveOne(wish: MoveWish, deal: DealCard, answers: MoveAnswers): Promise<void> {
  const { process, to, place } = wish;
  // How a deal ended is asked with every end; only a loss must have a reason.
  if (!isOpenStage(to) && answers.outcome === undefined) return askForEnd(wish, deal);
  // The criteria are the core's to judge; everything else is decided here by the same function.
  const decision = decideMove({
    deal: { stageId: deal.stageId, status: deal.status, closedAt: null },
    stages: process.stages,
    allowSkip: process.allowSkip,
    allowBack: process.allowBack,
    toStageId: to.id,
    criteria: [],
    reason: answers.reason,
    outcome: answers.outcome,
    outcomeReason: answers.outcomeReason,
    now: Date.now(),
  });
  if (!decision.ok) return askBack(wish, decision.error, deal);
  const { patch } = decision.value;
  const after: DealCard | null = isOpenStage(to)
    ? { ...deal, ...patch, stageWinRate: to.winRateMille / 1000, daysOver: null }
    : null;
  const hide = showMove(cardMove(wish, deal, after));
  focusDeal(after ?? deal);
  const answer = await sendCommand(pipelineContract.move, {
    opportunityId: deal.id,
    toStageId: to.id,
    fromStageId: deal.stageId,
    beforeId: place?.belowId,
    afterId: place?.aboveId,
    ...answers,
  });
  if (!answer.ok) {
    hide();
    focusDeal(deal);
    const { error } = answer;
    const retry = () => void moveDeals(wish, answers);
    const say = () => void askBack(wish, error as MoveError, deal);
    if (seekRemedy({ failure: error, operation: pipelineContract.move.name, retry, say })) return undefined;
    return askBack(wish, error as MoveError, deal);
  }
  moveStore.setState({ question: null });
  focusDeal(answer.value.card);
  offerUndoOf(answer, currentT('pipeline.undo.movedTo', { name: deal.name, stage: to.name }));
  await refreshBoards();
  hide();
}

async function askBack(wish: MoveWish, error: MoveError, deal: DealCard): Promise<void> {
  if (error.type === 'gate') {
    const before = moveStore.getState().question;
    const reasonFor = before?.wish.deals[0]?.id === deal.id ? before.reasonFor : null;
    moveStore.setState({ question: { wish, items: error.items, reasonFor } });
    return;
  }
  if (error.type === 'reasonRequired') {
    moveStore.setState({ question: { wish, items: await openItems(deal, wish.to.id), reasonFor: error.for } });
    return;
  }
  // What was given and not taken (a task without its document) can be put right where it was given.
  if (!isOfGiven(error)) moveStore.setState({ question: null });
  showFailure(error);
  if (error.type === 'movedMeanwhile') await refreshBoards();
}

const isOfGiven = ({ type }: MoveError): boolean =>
  type === 'deliverableMissing' || type === 'evidenceMissing' || type === 'levelDerived' || type === 'wrongOutcome';

async function askForEnd(wish: MoveWish, deal: DealCard): Promise<void> {
  const { process, to } = wish;
  const reopened = process.stages.some((stage) => stage.id === deal.stageId && !isOpenStage(stage));
  const items = await openItems(deal, to.id);
  const reasonFor = reopened ? 'reopen' : to.stageClass === 'lost' ? 'lost' : null;
  moveStore.setState({ question: { wish, items, reasonFor } });
}

/** Criteria that a move would be held against and that are open; none when they cannot be asked for. */
async function openItems(deal: DealCard, toStageId: string): Promise<readonly GateItem[]> {
  try {
    const { items } = await ask(pipelineContract.checkMove, { opportunityId: deal.id, toStageId });
    return items.filter(({ met }) => !met);
  } catch {
    // The move itself will be refused with the same list.
    return [];
  }
}

async function moveSeveral(wish: MoveWish, answers: MoveAnswers): Promise<void> {
  const { deals, to } = wish;
  if (!isOpenStage(to) && answers.outcome === undefined) {
    moveStore.setState({ question: { wish, items: [], reasonFor: to.stageClass === 'lost' ? 'lost' : null } });
    return;
  }
  const { reason, outcome, outcomeReason, outcomeNote, competitor } = answers;
  const answer = await sendCommand(pipelineContract.moveMany, {
    opportunityIds: deals.map(({ id }) => id),
    toStageId: to.id,
    reason,
    outcome,
    outcomeReason,
    outcomeNote,
    competitor,
  });
  moveStore.setState({ question: null });
  if (!answer.ok) return showFailure(answer.error);
  const { moved, refused } = answer.value;
  if (moved.length > 0) {
    offerUndoOf(answer, currentT('pipeline.undo.movedMany', { count: moved.length, stage: to.name }));
  }
  const list = refused.flatMap(({ opportunityId, error }) => {
    const deal = deals.find(({ id }) => id === opportunityId);
    return deal ? [{ deal, error }] : [];
  });
  if (list.length > 0) moveStore.setState({ refused: { wish, answers, moved: moved.length, list } });
  else clearSelection();
}

async function reorder(wish: MoveWish): Promise<void> {
  const [deal] = wish.deals;
  const { place } = wish;
  if (!deal || !place) return;
  const hide = showMove(cardMove(wish, deal, deal));
  const answer = await sendCommand(pipelineContract.reorder, {
    opportunityId: deal.id,
    beforeId: place.belowId,
    afterId: place.aboveId,
  });
  if (!answer.ok) {
    hide();
    return showFailure(answer.error);
  }
  offerUndoOf(answer, currentT('pipeline.undo.reordered', { name: deal.name }));
  await refreshBoards();
  hide();
}

/** Parks a deal or takes it up again. */
export async function pauseDeal(wish: Omit<MoveWish, 'to'>, paused: boolean, showsPaused: boolean): Promise<void> {
  const [deal] = wish.deals;
  if (!deal) return;
  const stage = wish.process.stages.find(({ id }) => id === deal.stageId);
  const after: DealCard | null = paused && !showsPaused ? null : { ...deal, status: paused ? 'paused' : 'open' };
  const hide = stage ? showMove(cardMove({ ...wish, to: stage }, deal, after)) : () => undefined;
  const answer = await sendCommand(pipelineContract.pause, { opportunityId: deal.id, paused });
  if (!answer.ok) {
    hide();
    return showFailure(answer.error);
  }
  offerUndoOf(answer, currentT(paused ? 'pipeline.undo.paused' : 'pipeline.undo.resumed', { name: deal.name }));
  await refreshBoards();
  hide();
}

/** Parks several deals, or takes them up again, with one reason and one step to undo. */
export async function pauseDeals(ids: readonly string[], paused: boolean, reason: string): Promise<void> {
  const answer = await sendCommand(pipelineContract.pauseMany, { opportunityIds: [...ids], paused, reason });
  if (!answer.ok) return showFailure(answer.error);
  clearSelection();
  const count = answer.value.changed.length;
  offerUndoOf(answer, currentT(paused ? 'pipeline.undo.pausedMany' : 'pipeline.undo.resumedMany', { count }));
}

function cardMove({ process, to, place }: MoveWish, deal: DealCard, after: DealCard | null): CardMove {
  return {
    before: deal,
    after,
    fromStage: process.stages.find(({ id }) => id === deal.stageId),
    toStage: to,
    aboveId: place?.aboveId,
  };
}

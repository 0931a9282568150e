import type { ImportPlan } from '#shared/contract/import.contract.ts';
import type { Process } from '#shared/contract/pipeline.contract.ts';
import { foldName } from '#shared/domain/imports/foldText.ts';
import { orderStages, proposeStages } from '#shared/domain/imports/proposeStages.ts';
import type { TextKey } from '#shared/i18n/catalogues.ts';
import type { Inspection } from './importStore.ts';

type Target = ImportPlan['process'];
export type NewProcess = Extract<Target, { newProcess: unknown }>['newProcess'];
export type NewStage = NewProcess['stages'][number];
export type StageChoice = NewStage['stageClass'];

export const stageChoices = ['verify', 'engage', 'propose', 'negotiate', 'won', 'lost', 'ignore'] as const;

/** What a class usually wins, thousandths; null where the person's own figure stays. */
const FIXED_RATES: Partial<Record<StageChoice, number>> = { won: 1000, lost: 0, ignore: 0 };
const USUAL_RATES: Partial<Record<StageChoice, number>> = { verify: 100, engage: 300, propose: 500, negotiate: 700 };

/** Tells whether the win rate of a class is the person's to say. */
export const hasFreeRate = (stageClass: StageChoice): boolean => FIXED_RATES[stageClass] === undefined;

/** Gives a stage another class, with the win rate that goes with it. */
export function withClass(stage: NewStage, stageClass: StageChoice): NewStage {
  const wasFixed = !hasFreeRate(stage.stageClass);
  const rate = FIXED_RATES[stageClass] ?? (wasFixed ? USUAL_RATES[stageClass] : undefined) ?? stage.winRateMille;
  return { ...stage, stageClass, winRateMille: rate };
}

/** Tells whether a stage may change places with its neighbour: open stages stay before those that end a deal. */
export function canMove(stages: readonly NewStage[], from: number, step: 1 | -1): boolean {
  const [one, other] = [stages[from], stages[from + step]];
  return one !== undefined && other !== undefined && isEnd(one) === isEnd(other);
}

const isEnd = ({ stageClass }: NewStage): boolean => stageClass === 'won' || stageClass === 'lost';

/** Moves a stage by one place; at the ends it stays. */
export function moveStage(stages: readonly NewStage[], from: number, step: 1 | -1): NewStage[] {
  const to = from + step;
  const moved = [...stages];
  const [one, other] = [moved[from], moved[to]];
  if (one && other) {
    moved[from] = other;
    moved[to] = one;
  }
  return moved;
}

/** A new process from the stage texts: as the look proposed it, or from the texts alone. */
export function newTarget({ plan, stageTexts }: Inspection): Target {
  if ('newProcess' in plan.process) return plan.process;
  const looks = stageTexts.map((look) => ({ ...look, statuses: new Map<string, number>() }));
  return { newProcess: { name: plan.source, stages: proposeStages(orderStages(looks, new Map())) } };
}

/** An existing process, with the stages that are called the same already chosen. */
export function existingTarget({ stageTexts }: Inspection, process: Process): Target {
  const byName = new Map(process.stages.map(({ id, name }) => [foldName(name), id]));
  const chosen = stageTexts.flatMap(({ text }) => {
    const id = byName.get(foldName(text));
    return id === undefined ? [] : [[text, id] as const];
  });
  return { processId: process.id, stages: { toStageId: Object.fromEntries(chosen) } };
}

/** Something that must be decided before the dry run. */
export interface StageGap {
  readonly key: TextKey;
  readonly count?: number;
}

/** What keeps the plan from being tried, in the order of the page. */
export function stageGaps(plan: ImportPlan, { stageTexts }: Inspection): StageGap[] {
  const source: StageGap[] = plan.source.trim() === '' ? [{ key: 'imports.stages.needSource' }] : [];
  if ('none' in plan.process) return source;
  if ('newProcess' in plan.process) return [...newProcessGaps(plan.process.newProcess), ...source];
  if (plan.process.processId === '') return [{ key: 'imports.stages.needProcess' }, ...source];
  const { toStageId } = plan.process.stages;
  const open = stageTexts.filter(({ text }) => toStageId[text] === undefined).length;
  return [...(open > 0 ? [{ key: 'imports.stages.needTarget', count: open } as const] : []), ...source];
}

function newProcessGaps({ name, stages }: NewProcess): StageGap[] {
  const gaps: StageGap[] = [];
  if (name.trim() === '') gaps.push({ key: 'imports.stages.needProcessName' });
  if (stages.some((stage) => stage.name.trim() === '')) gaps.push({ key: 'imports.stages.needName' });
  const has = (...classes: StageChoice[]) => stages.some(({ stageClass }) => classes.includes(stageClass));
  if (!has('verify', 'engage', 'propose', 'negotiate')) gaps.push({ key: 'imports.stages.needOpen' });
  if (!has('won')) gaps.push({ key: 'imports.stages.needWon' });
  if (!has('lost')) gaps.push({ key: 'imports.stages.needLost' });
  return gaps;
}

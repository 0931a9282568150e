import type { OpportunityStatus, StageClass } from '../../contract/primitives.ts';

/** What moving needs to know of a stage; `Stage` of the contract fits. */
export interface MoveStage {
  readonly id: string;
  /** The same from version to version of a process. */
  readonly key: string;
  readonly stageClass: StageClass;
  readonly position: number;
}

/** Whether deals in this stage are still being worked on. */
export function isOpenStage(stage: { readonly stageClass: string }): boolean {
  return stage.stageClass !== 'won' && stage.stageClass !== 'lost';
}

/** The open stages in selling order. */
export function openStages<S extends MoveStage>(stages: readonly S[]): S[] {
  return stages.filter(isOpenStage).toSorted((a, b) => a.position - b.position);
}

/** The stage that a deal goes to next: the following open one, after the last the won one; null for closed deals. */
export function nextStage<S extends MoveStage>(stages: readonly S[], stageId: string): S | null {
  const open = openStages(stages);
  const index = open.findIndex((stage) => stage.id === stageId);
  if (index < 0) return null;
  return open[index + 1] ?? stages.find((stage) => stage.stageClass === 'won') ?? null;
}

/** Whether a status may stand in a stage: open stages hold open and paused deals, closed stages their own outcomes. */
export function statusFitsStage(status: OpportunityStatus, stageClass: StageClass): boolean {
  if (stageClass === 'won') return status === 'won';
  if (stageClass === 'lost') return status === 'lost' || status === 'noDecision';
  return status === 'open' || status === 'paused';
}

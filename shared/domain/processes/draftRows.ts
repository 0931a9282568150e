import type { DraftCriterion, DraftStage, DraftTask, ProcessDraft, StageTool } from '../../contract/processDraft.ts';
import { readParams, storedParams } from './criterionParams.ts';

/** The rows of one version of a process, one list per table, in the order in which foreign keys want them. */
export interface VersionRows {
  readonly stage: readonly StageRowOf[];
  readonly stageCriterion: readonly CriterionRowOf[];
  readonly stageTask: readonly TaskRowOf[];
}

type StageRowOf = Omit<DraftStage, 'criteria' | 'tasks' | 'toolkit' | 'requiresC139' | 'winRateMille'> & {
  readonly id: string;
  readonly processVersionId: string;
  readonly position: number;
  readonly winRateMille: number;
  readonly requiresC139: number;
  /** JSON array of tools. */
  readonly toolkit: string;
};
type CriterionRowOf = Omit<DraftCriterion, 'params'> & {
  readonly id: string;
  readonly stageId: string;
  readonly params: string;
  readonly position: number;
};
type TaskRowOf = Omit<DraftTask, 'dueDays' | 'deliverableRequired'> & {
  readonly id: string;
  readonly stageId: string;
  readonly dueDays: number;
  readonly deliverableRequired: number;
  readonly position: number;
};

/** Writes a draft out as the rows of a version. The draft has been judged: figures that are missing become 0. */
export function rowsOfDraft(draft: ProcessDraft, versionId: string, newId: () => string): VersionRows {
  const stages = draft.stages.map((stage) => ({ stage, id: newId() }));
  const stageTask = stages.flatMap(({ stage, id }) =>
    stage.tasks.map((task, position) => ({
      ...task,
      id: newId(),
      stageId: id,
      dueDays: task.dueDays ?? 0,
      deliverableRequired: Number(task.deliverableRequired),
      position,
    })),
  );
  const taskIds = new Map(stageTask.map((task) => [task.key, task.id]));
  return {
    stage: stages.map(({ stage, id }, position) => stageRow(stage, id, versionId, position)),
    stageCriterion: stages.flatMap(({ stage, id }) =>
      stage.criteria.map((criterion, position) => ({
        ...criterion,
        id: newId(),
        stageId: id,
        params: storedParams(criterion, (key) => taskIds.get(key)),
        position,
      })),
    ),
    stageTask,
  };
}

function stageRow(stage: DraftStage, id: string, processVersionId: string, position: number): StageRowOf {
  const { criteria: _, tasks: __, toolkit, ...own } = stage;
  return {
    ...own,
    id,
    processVersionId,
    position,
    winRateMille: stage.winRateMille ?? 0,
    requiresC139: Number(stage.requiresC139),
    toolkit: JSON.stringify(toolkit),
  };
}

/** What is read of a version; rows in their order, keys filled in where a row has none. */
export interface StoredVersion {
  readonly stages: readonly {
    readonly id: string;
    readonly key: string;
    readonly name: string;
    readonly description: string;
    readonly stageClass: string;
    readonly winRateMille: number;
    readonly allowedDays: number | null;
    readonly requiresC139: number;
    readonly toolkit: string;
  }[];
  readonly criteria: readonly {
    readonly stageId: string;
    readonly key: string;
    readonly gate: string;
    readonly kind: string;
    readonly text: string;
    readonly params: string;
    readonly enforcement: string;
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly stageId: string;
    readonly key: string;
    readonly title: string;
    readonly kind: string;
    readonly ownerRole: string;
    readonly dueDays: number;
    readonly deliverable: string;
    readonly deliverableRequired: number;
  }[];
}

/** A version as a draft, to be shown or to be changed. `readTools` parses what stands in `stage.toolkit`. */
export function draftOfRows(stored: StoredVersion, readTools: (json: string) => StageTool[]): ProcessDraft {
  const taskKeys = new Map(stored.tasks.map((task) => [task.id, task.key]));
  const criteria = Map.groupBy(stored.criteria, ({ stageId }) => stageId);
  const tasks = Map.groupBy(stored.tasks, ({ stageId }) => stageId);
  return {
    stages: stored.stages.map(({ id, requiresC139, toolkit, stageClass, ...stage }) => ({
      ...stage,
      stageClass: stageClass as DraftStage['stageClass'],
      requiresC139: requiresC139 === 1,
      criteria: (criteria.get(id) ?? []).map(({ key, gate, kind, text, params, enforcement }) => ({
        key,
        gate: gate as DraftCriterion['gate'],
        kind: kind as DraftCriterion['kind'],
        text,
        params: readParams(kind as DraftCriterion['kind'], params, (taskId) => taskKeys.get(taskId)),
        enforcement: enforcement as DraftCriterion['enforcement'],
      })),
      tasks: (tasks.get(id) ?? []).map((task) => ({
        key: task.key,
        title: task.title,
        kind: task.kind as DraftTask['kind'],
        ownerRole: task.ownerRole as DraftTask['ownerRole'],
        dueDays: task.dueDays,
        deliverable: task.deliverable,
        deliverableRequired: task.deliverableRequired === 1,
      })),
      toolkit: readTools(toolkit),
    })),
  };
}

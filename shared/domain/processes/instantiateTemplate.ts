import {
  type CriterionTemplate,
  type LocalText,
  type ProcessTemplate,
  type StageTemplate,
  type TaskTemplate,
  type TemplateLocale,
  textIn,
} from './processTemplate.ts';

/** What the rows are made for: language, name, product line, and where ids and the moment come from. */
export interface TemplateUse {
  readonly locale: TemplateLocale;
  /** Name of the process; the template's own when left out. */
  readonly name?: string;
  readonly productLineId: string | null;
  /** Order among processes, a fractional index. */
  readonly rank: string;
  /** Epoch ms. */
  readonly now: number;
  readonly newId: () => string;
}

/**
 * The rows of a process made from a template, one list per table in the order in which foreign keys want them. Column
 * names equal the tables'; everything left out has the table's default.
 */
export interface ProcessRows {
  readonly process: readonly ReturnType<typeof processRow>[];
  readonly processVersion: readonly ReturnType<typeof versionRow>[];
  readonly stage: readonly ReturnType<typeof stageRow>[];
  readonly stageCriterion: readonly ReturnType<typeof criterionRow>[];
  readonly stageTask: readonly ReturnType<typeof taskRow>[];
}

/** Writes a template out as version 1 of a new process; the version counts as published from the start. */
export function instantiateTemplate(template: ProcessTemplate, use: TemplateUse): ProcessRows {
  const processId = use.newId();
  const versionId = use.newId();
  const stages = template.stages.map((stage, position) => ({ stage, row: stageRow(stage, position, versionId, use) }));
  const stageTask = stages.flatMap(({ stage, row }) =>
    (stage.tasks ?? []).map((task, position) => taskRow(task, position, row.id, use)),
  );
  const taskIdAt = (stageId: string, position: number): string | undefined =>
    stageTask.find((task) => task.stageId === stageId && task.position === position)?.id;
  return {
    process: [processRow(template, processId, versionId, use)],
    processVersion: [versionRow(processId, versionId, use)],
    stage: stages.map(({ row }) => row),
    stageCriterion: stages.flatMap(({ stage, row }) =>
      (stage.criteria ?? []).map((criterion, position) => criterionRow(criterion, position, row.id, use, taskIdAt)),
    ),
    stageTask,
  };
}

const processRow = (template: ProcessTemplate, id: string, versionId: string, use: TemplateUse) => ({
  id,
  name: use.name ?? textIn(template.name, use.locale),
  productLineId: use.productLineId,
  currentVersionId: versionId,
  rank: use.rank,
  createdAt: use.now,
});

const versionRow = (processId: string, id: string, use: TemplateUse) => ({
  id,
  processId,
  number: 1,
  publishedAt: use.now,
  createdAt: use.now,
});

function stageRow(stage: StageTemplate, position: number, processVersionId: string, use: TemplateUse) {
  const say = (text: LocalText): string => textIn(text, use.locale);
  return {
    id: use.newId(),
    processVersionId,
    key: stage.key,
    name: say(stage.name),
    description: say(stage.description),
    stageClass: stage.stageClass,
    position,
    winRateMille: stage.winRateMille,
    allowedDays: stage.allowedDays,
    requiresC139: stage.requiresC139 ? 1 : 0,
    toolkit: JSON.stringify(
      (stage.toolkit ?? []).map((entry) => ({ kind: entry.kind, title: say(entry.title), body: say(entry.body) })),
    ),
  };
}

function criterionRow(
  criterion: CriterionTemplate,
  position: number,
  stageId: string,
  use: TemplateUse,
  taskIdAt: (stageId: string, position: number) => string | undefined,
) {
  const { stageTask, ...params } = criterion.params ?? {};
  return {
    id: use.newId(),
    stageId,
    kind: criterion.kind,
    text: textIn(criterion.text, use.locale),
    params: JSON.stringify(
      typeof stageTask === 'number' ? { ...params, stageTaskId: taskIdAt(stageId, stageTask) } : params,
    ),
    enforcement: criterion.blocks ? 'block' : 'warn',
    position,
  };
}

const taskRow = (task: TaskTemplate, position: number, stageId: string, use: TemplateUse) => ({
  id: use.newId(),
  stageId,
  title: textIn(task.title, use.locale),
  kind: task.kind,
  ownerRole: task.role ?? 'owner',
  dueDays: task.dueDays,
  deliverable: task.deliverable ? textIn(task.deliverable, use.locale) : '',
  deliverableRequired: task.deliverableRequired ? 1 : 0,
  position,
});

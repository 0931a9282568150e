import type { CriterionParams, DraftCriterion, ProcessDraft } from '../../contract/processDraft.ts';
import {
  type CriterionTemplate,
  type LocalText,
  type ProcessTemplate,
  type StageTemplate,
  type TemplateLocale,
  textIn,
} from './processTemplate.ts';

/**
 * A template as a draft in one language. Keys are made of the stage's key and the place (`verify.t1`): the same in every
 * language and workspace.
 */
export function draftOfTemplate(template: ProcessTemplate, locale: TemplateLocale): ProcessDraft {
  const say = (text: LocalText): string => textIn(text, locale);
  return {
    stages: template.stages.map((stage) => ({
      key: stage.key,
      name: say(stage.name),
      description: say(stage.description),
      stageClass: stage.stageClass,
      winRateMille: stage.winRateMille,
      allowedDays: stage.allowedDays,
      requiresC139: stage.requiresC139 ?? false,
      criteria: (stage.criteria ?? []).map((criterion, place) => draftCriterion(criterion, place, stage, say)),
      tasks: (stage.tasks ?? []).map((task, place) => ({
        key: taskKey(stage, place),
        title: say(task.title),
        kind: task.kind,
        ownerRole: task.role ?? 'owner',
        dueDays: task.dueDays,
        deliverable: task.deliverable ? say(task.deliverable) : '',
        deliverableRequired: task.deliverableRequired ?? false,
      })),
      toolkit: (stage.toolkit ?? []).map((tool) => ({
        kind: tool.kind,
        title: say(tool.title),
        body: say(tool.body),
        documentId: null,
      })),
    })),
  };
}

const taskKey = ({ key }: StageTemplate, place: number): string => `${key}.t${place + 1}`;

function draftCriterion(
  criterion: CriterionTemplate,
  place: number,
  stage: StageTemplate,
  say: (text: LocalText) => string,
): DraftCriterion {
  const { stageTask, ...params } = criterion.params ?? {};
  return {
    key: `${stage.key}.c${place + 1}`,
    gate: criterion.gate ?? 'exit',
    kind: criterion.kind,
    text: say(criterion.text),
    params: {
      ...(params as CriterionParams),
      ...(stageTask === undefined ? {} : { task: taskKey(stage, stageTask) }),
    },
    enforcement: criterion.blocks ? 'block' : 'warn',
  };
}

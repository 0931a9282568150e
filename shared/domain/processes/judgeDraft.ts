import type { DraftProblem, DraftStage, ProcessDraft } from '../../contract/processDraft.ts';
import { type DraftSurroundings, type Finding, isOutcome, isWhole } from './finding.ts';
import { judgeCriterion } from './judgeCriterion.ts';
import { judgeTask } from './judgeTask.ts';
import { judgeTool } from './judgeTool.ts';

/**
 * Everything that keeps a draft from becoming a version, and what deserves a second look, each with its place. A draft without
 * an error works: deals can enter it, go through it and end, and every criterion can be met at the time it is asked.
 */
export function judgeDraft(draft: ProcessDraft): DraftProblem[] {
  const { stages } = draft;
  const around: DraftSurroundings = {
    stages,
    taskStage: new Map(stages.flatMap((stage, index) => stage.tasks.map((task) => [task.key, index] as const))),
    repeatedKeys: repeated(
      stages.flatMap((stage) => [
        ...stage.tasks.map(({ key }) => `t ${key}`),
        ...stage.criteria.map(({ key }) => `c ${key}`),
      ]),
    ),
  };
  return [
    ...judgeWhole(stages).map((finding) => problem(finding, '')),
    ...stages.flatMap((stage, index) =>
      judgeStage(stage, index, around).map((finding) =>
        problem({ ...finding, path: `stages.${index}.${finding.path}` }, stage.name),
      ),
    ),
  ];
}

/** Whether nothing keeps a draft from becoming a version. */
export const isPublishable = (problems: readonly DraftProblem[]): boolean =>
  problems.every(({ severity }) => severity === 'warning');

const problem = ({ code, path, severity }: Finding, stage: string): DraftProblem => ({
  code,
  path,
  severity: severity ?? 'error',
  stage,
});

/** The values that occur more than once; empty keys are told elsewhere. */
function repeated(values: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(values.filter((value) => seen.size === seen.add(value).size && !value.endsWith(' ')));
}

function judgeWhole(stages: readonly DraftStage[]): Finding[] {
  if (stages.length === 0) return [{ code: 'noStages', path: 'stages' }];
  const found: Finding[] = [];
  const count = (stageClass: string): number => stages.filter((stage) => stage.stageClass === stageClass).length;
  if (stages.every(isOutcome)) found.push({ code: 'noOpenStage', path: 'stages' });
  if (count('won') === 0) found.push({ code: 'noWon', path: 'stages' });
  if (count('lost') === 0) found.push({ code: 'noLost', path: 'stages' });
  if (count('won') > 1) found.push({ code: 'severalWon', path: 'stages' });
  if (count('lost') > 1) found.push({ code: 'severalLost', path: 'stages' });
  return found;
}

const inside = (list: string, place: number, part: readonly Finding[]): Finding[] =>
  part.map((finding) => ({ ...finding, path: `${list}.${place}.${finding.path}` }));

function judgeStage(stage: DraftStage, index: number, around: DraftSurroundings): Finding[] {
  const { stages } = around;
  const found: Finding[] = [];
  const twice = (pick: (stage: DraftStage) => string): boolean =>
    stages.some((other, place) => place < index && pick(other) === pick(stage));
  if (stage.key === '') found.push({ code: 'stageKeyMissing', path: 'key' });
  else if (twice(({ key }) => key)) found.push({ code: 'stageKeyTwice', path: 'key' });
  if (stage.name.trim() === '') found.push({ code: 'stageNameMissing', path: 'name' });
  else if (twice(({ name }) => name.trim())) found.push({ code: 'stageNameTwice', path: 'name' });
  if (isOutcome(stage) && stages.slice(index).some((later) => !isOutcome(later)))
    found.push({ code: 'outcomeBeforeOpen', path: 'stageClass' });
  found.push(...judgeWinRate(stage, index, stages));
  if (stage.allowedDays !== null && !isWhole(stage.allowedDays, 0, 1000))
    found.push({ code: 'allowedDaysRange', path: 'allowedDays' });
  return [
    ...found,
    ...stage.criteria.flatMap((_, place) => inside('criteria', place, judgeCriterion(index, place, around))),
    ...stage.tasks.flatMap((task, place) => inside('tasks', place, judgeTask(task, stage, around))),
    ...stage.toolkit.flatMap((tool, place) => inside('toolkit', place, judgeTool(tool))),
  ];
}

function judgeWinRate(stage: DraftStage, index: number, stages: readonly DraftStage[]): Finding[] {
  const path = 'winRateMille';
  const { winRateMille: rate } = stage;
  if (rate === null) return [{ code: 'winRateMissing', path }];
  if (!isWhole(rate, 0, 1000)) return [{ code: 'winRateRange', path }];
  if (isOutcome(stage)) {
    return rate === (stage.stageClass === 'won' ? 1000 : 0) ? [] : [{ code: 'winRateOfOutcome', path }];
  }
  const before = stages.slice(0, index).findLast((other) => !isOutcome(other))?.winRateMille;
  return isWhole(before, 0, 1000) && rate < before ? [{ code: 'winRateFalls', path, severity: 'warning' }] : [];
}

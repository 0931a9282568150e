import {
  activityKinds,
  buyingRoles,
  coverages,
  type CriterionParams,
  type DraftCriterion,
  signerRoles,
} from '../../contract/processDraft.ts';
import { paramsOf } from './criterionParams.ts';
import { criterionFields } from './criterionFields.ts';
import { type DraftSurroundings, type Finding, isOutcome, isWhole } from './finding.ts';

/** Judges one criterion: that it says something, that what it asks for exists, and that it can be met when it is asked. */
export function judgeCriterion(stageIndex: number, place: number, around: DraftSurroundings): Finding[] {
  const stage = around.stages[stageIndex];
  const criterion = stage?.criteria[place];
  if (stage === undefined || criterion === undefined) return [];
  const found: Finding[] = [];
  if (around.repeatedKeys.has(`c ${criterion.key}`)) found.push({ code: 'criterionKeyTwice', path: 'key' });
  if (criterion.text.trim() === '') found.push({ code: 'criterionTextMissing', path: 'text' });
  // Nobody goes on from an outcome: what is asked there at leaving is never asked.
  if (isOutcome(stage) && criterion.gate === 'exit') found.push({ code: 'criterionOnOutcome', path: 'gate' });
  // Nothing is known yet of a deal that begins; asked to block, it could keep every new deal out.
  const isFirst = !isOutcome(stage) && around.stages.slice(0, stageIndex).every(isOutcome);
  if (isFirst && criterion.gate === 'entry') {
    const warning = criterion.enforcement === 'warn' ? ({ severity: 'warning' } as const) : {};
    found.push({ code: 'entryOnFirst', path: 'gate', ...warning });
  }
  if (stage.criteria.slice(0, place).some((other) => asksTheSame(other, criterion)))
    found.push({ code: 'criterionTwice', path: 'kind', severity: 'warning' });
  const params = paramsOf(criterion.kind, criterion.params);
  const asked = judges[criterion.kind](params, { criterion, stageIndex, around });
  return [...found, ...asked.map((finding) => ({ ...finding, path: `params.${finding.path}` }))];
}

const whatIsAsked = ({ kind, gate, params, text }: DraftCriterion): string =>
  JSON.stringify([gate, kind, paramsOf(kind, params), kind === 'evidence' || kind === 'signOff' ? text.trim() : '']);

const asksTheSame = (a: DraftCriterion, b: DraftCriterion): boolean => whatIsAsked(a) === whatIsAsked(b);

interface Asked {
  readonly criterion: DraftCriterion;
  readonly stageIndex: number;
  readonly around: DraftSurroundings;
}

const judges: Record<DraftCriterion['kind'], (params: CriterionParams, asked: Asked) => Finding[]> = {
  evidence: () => [],
  fieldFilled: ({ field }) => {
    if (field === undefined) return [{ code: 'fieldMissing', path: 'field' }];
    const known = criterionFields.some((name) => name === field) || /^custom\..+/u.test(field);
    return known ? [] : [{ code: 'fieldUnknown', path: 'field' }];
  },
  taskDone: ({ task }, asked) => judgeTaskReference(task, asked),
  deliverable: ({ task }, asked) => judgeTaskReference(task, asked),
  activityWithin: ({ activities = [], days }) => [
    ...(isWhole(days, 1, 3650) ? [] : [{ code: 'daysRange', path: 'days' } as const]),
    ...(activities.every((kind) => activityKinds.some((known) => known === kind))
      ? []
      : [{ code: 'activityUnknown', path: 'activities' } as const]),
  ],
  roleCovered: ({ role, coverage = 'brief' }) => {
    const found: Finding[] = [];
    if (role === undefined) found.push({ code: 'roleMissing', path: 'role' });
    else if (!buyingRoles.some((known) => known === role)) found.push({ code: 'roleUnknown', path: 'role' });
    // Below a first contact nothing is covered: such a criterion would ask for nothing.
    if (coverages.findIndex((known) => known === coverage) < coverages.indexOf('brief'))
      found.push({ code: 'coverageUnknown', path: 'coverage' });
    return found;
  },
  qualification: ({ level }) =>
    level !== undefined && ['A', 'B', 'C'].includes(level) ? [] : [{ code: 'levelUnknown', path: 'level' }],
  c139: ({ minClears = 0, minFirsts = 0, minWins = 0 }) => {
    const found: Finding[] = [];
    if (!isWhole(minClears, 0, 9)) found.push({ code: 'c139Range', path: 'minClears' });
    if (!isWhole(minFirsts, 0, 3)) found.push({ code: 'c139Range', path: 'minFirsts' });
    if (!isWhole(minWins, 0, 1)) found.push({ code: 'c139Range', path: 'minWins' });
    if (minClears === 0 && minFirsts === 0 && minWins === 0) found.push({ code: 'c139Empty', path: 'minClears' });
    return found;
  },
  signOff: ({ role = 'manager' }) =>
    signerRoles.some((known) => known === role) ? [] : [{ code: 'signerUnknown', path: 'role' }],
};

/** A task is made when its stage is entered: leaving may ask for those of this stage and before, entering for those before. */
function judgeTaskReference(task: string | undefined, { criterion, stageIndex, around }: Asked): Finding[] {
  const path = 'task';
  if (task === undefined) return [{ code: 'taskMissing', path }];
  const made = around.taskStage.get(task);
  if (made === undefined) return [{ code: 'taskUnknown', path }];
  const last = criterion.gate === 'entry' ? stageIndex - 1 : stageIndex;
  const target = around.stages[made];
  if (made > last || target === undefined || isOutcome(target)) return [{ code: 'taskComesLater', path }];
  const named = target.tasks.find(({ key }) => key === task)?.deliverable.trim() ?? '';
  if (criterion.kind === 'deliverable' && named === '')
    return [{ code: 'taskWithoutDeliverable', path, severity: 'warning' }];
  return [];
}

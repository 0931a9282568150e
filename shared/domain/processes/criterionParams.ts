import type { CriterionParams, DraftCriterion } from '../../contract/processDraft.ts';

/** Which parameters each kind of criterion reads. */
const read: Readonly<Record<DraftCriterion['kind'], readonly (keyof CriterionParams)[]>> = {
  evidence: [],
  fieldFilled: ['field'],
  taskDone: ['task'],
  deliverable: ['task'],
  activityWithin: ['activities', 'days'],
  roleCovered: ['role', 'coverage'],
  qualification: ['level'],
  c139: ['minClears', 'minFirsts', 'minWins'],
  signOff: ['role'],
};

/** The parameters that this kind reads, without those that are empty; what another kind left behind is dropped. */
export function paramsOf(kind: DraftCriterion['kind'], params: CriterionParams): CriterionParams {
  return Object.fromEntries(
    read[kind].flatMap((name) => {
      const value = params[name];
      return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
        ? []
        : [[name, value]];
    }),
  );
}

/** As `stageCriterion.params` holds them (pipeline/evaluateCriteria.ts): a task by the id it has in this version. */
export function storedParams(
  { kind, params }: Pick<DraftCriterion, 'kind' | 'params'>,
  taskId: (key: string) => string | undefined,
): string {
  const { task, activities, ...rest } = paramsOf(kind, params);
  return JSON.stringify({
    ...rest,
    ...(task === undefined ? {} : { stageTaskId: taskId(task) }),
    ...(activities === undefined ? {} : { kind: activities }),
  });
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const figure = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** The other way round; what cannot be read is left out. */
export function readParams(
  kind: DraftCriterion['kind'],
  json: string,
  taskKey: (id: string) => string | undefined,
): CriterionParams {
  const stored = parseObject(json);
  const kinds = [stored['kind']].flat().filter((value): value is string => typeof value === 'string');
  const all: { [Name in keyof CriterionParams]: CriterionParams[Name] | undefined } = {
    field: text(stored['field']),
    task: taskKey(text(stored['stageTaskId']) ?? ''),
    activities: kinds,
    days: figure(stored['days']),
    role: text(stored['role']),
    coverage: text(stored['coverage']),
    level: text(stored['level']),
    minClears: figure(stored['minClears']),
    minFirsts: figure(stored['minFirsts']),
    minWins: figure(stored['minWins']),
  };
  return paramsOf(kind, all);
}

function parseObject(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

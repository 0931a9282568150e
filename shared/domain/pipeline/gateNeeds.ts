import type { GateNeeds } from '../../contract/moveGate.ts';
import { buyingRoleSchema, coverageSchema } from '../../contract/powerMap.contract.ts';
import { qualificationLevelSchema } from '../../contract/qualification.contract.ts';
import type { CriterionFacts, CriterionKind } from './criterion.ts';
import { signRole } from './signRole.ts';

type Params = Readonly<Record<string, unknown>>;

const nothing: GateNeeds = {
  stageTaskId: null,
  task: null,
  kinds: [],
  days: null,
  role: null,
  coverage: null,
  level: null,
  minClears: null,
  minFirsts: null,
  minWins: null,
  signRole: null,
};

/** What a client has to ask for so that a criterion is met in place; parameters that make no sense are null. */
export function gateNeeds(kind: CriterionKind, params: Params, facts: CriterionFacts): GateNeeds {
  switch (kind) {
    case 'taskDone':
    case 'deliverable': {
      const stageTaskId =
        typeof params.stageTaskId === 'string' && params.stageTaskId !== '' ? params.stageTaskId : null;
      return {
        ...nothing,
        stageTaskId,
        task: stageTaskId === null ? null : (facts.stageTasks.get(stageTaskId) ?? null),
      };
    }
    case 'activityWithin':
      return {
        ...nothing,
        kinds: [params.kind].flat().filter((one) => typeof one === 'string'),
        days: numberOrNull(params.days),
      };
    case 'roleCovered':
      return {
        ...nothing,
        role: buyingRoleSchema.safeParse(params.role).data ?? null,
        coverage: coverageSchema.safeParse(params.coverage).data ?? 'brief',
      };
    case 'qualification':
      return { ...nothing, level: qualificationLevelSchema.safeParse(params.level).data ?? null };
    case 'c139':
      return {
        ...nothing,
        minClears: numberOrNull(params.minClears),
        minFirsts: numberOrNull(params.minFirsts),
        minWins: numberOrNull(params.minWins),
      };
    case 'signOff':
      return { ...nothing, signRole: signRole(params.role) };
    case 'evidence':
    case 'fieldFilled':
      break;
  }
  return nothing;
}

const numberOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

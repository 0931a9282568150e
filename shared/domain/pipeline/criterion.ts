import type { GateItem } from '../../contract/pipeline.contract.ts';
import type { C139Counts } from '../c139/zone.ts';

/** A criterion as it is stored; `params` is a JSON object whose keys depend on the kind. */
export interface Criterion {
  readonly id: string;
  /** exit | entry */
  readonly gate: string;
  readonly kind: string;
  readonly text: string;
  readonly params: string;
  readonly enforcement: string;
}

/** A person's proof of one criterion. */
export interface CriterionProof {
  readonly note: string;
  readonly at: number;
  readonly byName: string;
  /** Role of the person who gave it: seller | manager | coach | admin, or empty when unknown. */
  readonly byRole: string;
}

/** Everything known about a deal that a criterion may ask for. */
export interface CriterionFacts {
  /** Fields of the deal by name; own fields of the team as `custom.<name>`. Null and '' count as empty. */
  readonly fields: Readonly<Record<string, string | number | null>>;
  readonly proofs: ReadonlyMap<string, CriterionProof>;
  /** Newest activity per kind, epoch ms. */
  readonly lastActivity: ReadonlyMap<string, number>;
  /** Best coverage per role of people on the power map: unknown | none | brief | multiple | deep. */
  readonly roleCoverage: ReadonlyMap<string, string>;
  /** Ids of stage tasks that are done on this deal. */
  readonly doneStageTasks: ReadonlySet<string>;
  /** Ids of stage tasks that have a document attached on this deal. */
  readonly deliveredStageTasks: ReadonlySet<string>;
  /** The deal's own task by stage task, an open one where there are several. */
  readonly stageTasks: ReadonlyMap<string, StageTaskOfDeal>;
  /** Calibrated counts, null when nothing is judged. */
  readonly c139: C139Counts | null;
  /** Epoch ms. */
  readonly now: number;
}

/** A task that a stage prescribed, as the deal has it. */
export interface StageTaskOfDeal {
  readonly id: string;
  readonly title: string;
  readonly status: string;
}

/** A deal of which only its fields are known: one that is being made, or comes from a file. */
export function factsOfFields(fields: CriterionFacts['fields'], now: number): CriterionFacts {
  return {
    fields,
    proofs: new Map(),
    lastActivity: new Map(),
    roleCoverage: new Map(),
    doneStageTasks: new Set(),
    deliveredStageTasks: new Set(),
    stageTasks: new Map(),
    c139: null,
    now,
  };
}

/**
 * The criteria that a move from one stage to another is held against: exit of the one that is left, entry of the one that
 * is entered. A skip asks nothing of the stages in between; that it is one is recorded with its reason.
 */
export function criteriaOfMove<C extends { readonly stageId: string; readonly gate: string }>(
  criteria: readonly C[],
  fromStageId: string,
  toStageId: string,
): C[] {
  return criteria.filter(({ stageId, gate }) => (gate === 'entry' ? stageId === toStageId : stageId === fromStageId));
}

export type CriterionKind = GateItem['kind'];

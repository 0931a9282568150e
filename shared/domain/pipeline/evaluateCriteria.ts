import type { GateItem } from '../../contract/pipeline.contract.ts';
import { DAY_MS } from '../../lib/time.ts';
import type { Criterion, CriterionFacts, CriterionKind } from './criterion.ts';
import { gateNeeds } from './gateNeeds.ts';
import { maySign, signRole } from './signRole.ts';

type Params = Readonly<Record<string, unknown>>;
type Check = (params: Params, facts: CriterionFacts, criterionId: string) => boolean;

const COVERAGE = ['unknown', 'none', 'brief', 'multiple', 'deep'];
const LEVELS = ['C', 'B', 'A'];

/**
 * How each kind is met. Parameters that are missing or nonsense make a criterion unmet rather than met: a gate that
 * cannot be read must not open by itself.
 */
const checks: Record<CriterionKind, Check> = {
  /** A person has stated the proof. */
  evidence: (_, facts, id) => facts.proofs.has(id),
  /** params.field: name of the field */
  fieldFilled: (params, facts) => {
    const field = text(params.field);
    const value = field === '' ? null : (facts.fields[field] ?? null);
    return value !== null && String(value).trim() !== '';
  },
  /** params.stageTaskId */
  taskDone: (params, facts) => facts.doneStageTasks.has(text(params.stageTaskId)),
  /** A document on the stage's task (params.stageTaskId), or a person's note on where it lies, which is shown. */
  deliverable: (params, facts, id) => facts.deliveredStageTasks.has(text(params.stageTaskId)) || facts.proofs.has(id),
  /** params.kind: one kind, several, or none for any; params.days: calendar days back */
  activityWithin: (params, facts) => {
    const kinds = params.kind === undefined ? [...facts.lastActivity.keys()] : [params.kind].flat().map(text);
    const since = facts.now - number(params.days) * DAY_MS;
    return kinds.some((kind) => (facts.lastActivity.get(kind) ?? -Infinity) >= since);
  },
  /** params.role; params.coverage: at least brief (default), multiple or deep */
  roleCovered: (params, facts) => {
    const wanted = COVERAGE.indexOf(text(params.coverage) || 'brief');
    const reached = COVERAGE.indexOf(facts.roleCoverage.get(text(params.role)) ?? 'unknown');
    return wanted >= 0 && reached >= Math.max(wanted, COVERAGE.indexOf('brief'));
  },
  /** params.level: A, B or C; a better level meets it too */
  qualification: (params, facts) => {
    const wanted = LEVELS.indexOf(text(params.level));
    return wanted >= 0 && LEVELS.indexOf(String(facts.fields.qualificationLevel ?? '')) >= wanted;
  },
  /** params.minClears, minFirsts, minWins: each of them that is given, and at least one is */
  c139: (params, facts) => {
    const wanted = [
      [number(params.minClears), facts.c139?.clears],
      [number(params.minFirsts), facts.c139?.firsts],
      [number(params.minWins), facts.c139?.wins],
    ].filter(([minimum]) => !Number.isNaN(minimum));
    return wanted.length > 0 && wanted.every(([minimum, count]) => (count ?? -1) >= (minimum ?? 0));
  },
  /** A proof given by somebody who may sign; params.role: manager (default), coach or admin */
  signOff: (params, facts, id) => maySign(facts.proofs.get(id)?.byRole ?? '', signRole(params.role)),
};

/** Judges criteria for one deal, in the given order. */
export function evaluateCriteria(criteria: readonly Criterion[], facts: CriterionFacts): GateItem[] {
  return criteria.map((criterion) => {
    const kind: CriterionKind = isKind(criterion.kind) ? criterion.kind : 'evidence';
    const params = parseParams(criterion.params);
    const proof = facts.proofs.get(criterion.id);
    return {
      criterionId: criterion.id,
      gate: criterion.gate === 'entry' ? 'entry' : 'exit',
      kind,
      text: criterion.text,
      enforcement: criterion.enforcement === 'block' ? 'block' : 'warn',
      met: checks[kind](params, facts, criterion.id),
      evidence: proof === undefined ? null : { note: proof.note, at: proof.at, byName: proof.byName },
      field: kind === 'fieldFilled' ? text(params.field) : kind === 'qualification' ? 'qualificationLevel' : null,
      needs: gateNeeds(kind, params, facts),
    };
  });
}

const isKind = (kind: string): kind is CriterionKind => Object.hasOwn(checks, kind);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** NaN for anything but a number: every comparison with it fails. */
const number = (value: unknown): number => (typeof value === 'number' ? value : NaN);

/** Reads the parameters of a criterion; an empty object for anything that is none. */
export function parseParams(json: string): Params {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Params) : {};
  } catch {
    return {};
  }
}

import { DAY_MS } from '../../lib/time.ts';
import { effortByDepartment } from './effortByDepartment.ts';
import type { InsightRule } from './insight.ts';
import { type MapPerson, isKeyPlayer, isVacant } from './powerMapView.ts';

/** A judgement about a person's attitude is old after so many days. */
export const STALE_AFTER_DAYS = 60;
/** A department's share of our time may differ so much from its share of the decision before it is said. */
export const MISMATCH_SHARE = 0.2;
/** Fewer contacts than this say nothing about where the time goes. */
const MINIMUM_TOUCHES = 5;

const unmet = (person: MapPerson) =>
  (person.coverage === 'unknown' || person.coverage === 'none') && person.lastTouchAt === null;
const decides = (person: MapPerson) => person.roles.includes('approver') || person.roles.includes('decider');
const mostInfluential = (a: MapPerson, b: MapPerson) => (b.influence ?? 0) - (a.influence ?? 0);

/** 决策人未接触: an approver or decider whom nobody of us has met; the most influential first. */
export const unmetDecisionMaker: InsightRule = ({ map }) =>
  map.people
    .filter((person) => !isVacant(person) && decides(person) && unmet(person))
    .toSorted(mostInfluential)
    .map((person) => ({
      code: 'unmetDecisionMaker',
      severity: 'warning',
      params: { influence: (person.influence ?? 0) / 100 },
      people: [person.id],
      relations: [],
    }));

/** A key player other than the decision makers with no coverage to speak of. */
export const uncoveredKeyPlayer: InsightRule = ({ map }) =>
  map.people
    .filter((person) => isKeyPlayer(person) && !decides(person) && unmet(person))
    .toSorted(mostInfluential)
    .map((person) => ({
      code: 'uncoveredKeyPlayer',
      severity: 'warning',
      params: { influence: (person.influence ?? 0) / 100 },
      people: [person.id],
      relations: [],
    }));

/** 判断已过期: a stance judged more than 60 days ago; an unknown stance and one without date are no dated judgement. */
export const staleJudgement: InsightRule = ({ map, today }) =>
  map.people.flatMap((person) => {
    if (isVacant(person) || person.stance === 'unknown' || person.stanceDate === null) return [];
    const days = Math.round((Date.parse(today) - Date.parse(person.stanceDate)) / DAY_MS);
    if (days <= STALE_AFTER_DAYS) return [];
    return [{ code: 'staleJudgement', severity: 'notice', params: { days }, people: [person.id], relations: [] }];
  });

/** 精力错配: the department that gets least for its part in the decision, once there are contacts enough to tell. */
export const effortMismatch: InsightRule = ({ map }) => {
  const departments = effortByDepartment(map.people);
  const touches = departments.reduce((sum, department) => sum + department.touches, 0);
  const hasInfluence = departments.some((department) => department.influence > 0);
  const worst = departments.toSorted((a, b) => a.gap - b.gap)[0];
  if (!worst || !hasInfluence || touches < MINIMUM_TOUCHES || worst.gap > -MISMATCH_SHARE) return [];
  return [
    {
      code: 'effortMismatch',
      severity: 'warning',
      params: { department: worst.department, influence: worst.influence, effort: worst.effort, touches },
      people: map.people.filter((person) => person.departmentShown === worst.department).map((person) => person.id),
      relations: [],
    },
  ];
};

/** 空缺角色: a role that somebody must hold and nobody is known for. */
export const vacantRole: InsightRule = ({ map }) =>
  map.people
    .filter(isVacant)
    .map((person) => ({ code: 'vacantRole', severity: 'notice', params: {}, people: [person.id], relations: [] }));

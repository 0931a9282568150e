import type { InsightRule } from './insight.ts';
import { introductionPath } from './introductionPath.ts';
import { type MapPerson, isKeyPlayer, isOpponent, isSupporter, isVacant } from './powerMapView.ts';
import { superiors } from './reportTree.ts';
import { singleThread as findSingleThread, topDecisionMaker } from './singleThread.ts';

const known = (people: readonly MapPerson[]) => people.filter((person) => !isVacant(person));

/** Nobody who approves or decides is on the map although the deal is past its first phase. */
export const noDecisionMaker: InsightRule = ({ map, stageClass }) => {
  if (stageClass === 'verify' || topDecisionMaker(map.people)) return [];
  return [{ code: 'noDecisionMaker', severity: 'urgent', params: {}, people: [], relations: [] }];
};

/** 单线风险: one person's leaving cuts every way from our supporters to the top decision maker. */
export const singleThread: InsightRule = ({ map }) => {
  const thread = findSingleThread(map);
  if (!thread) return [];
  const path = introductionPath(map, thread.targetId);
  return [
    {
      code: 'singleThread',
      severity: 'urgent',
      params: { cuts: thread.cutIds.length },
      people: [...thread.cutIds, thread.targetId],
      relations: path?.relations ?? [],
    },
  ];
};

/** We have supporters, but none of them leads to the top decision maker. */
export const noPathToDecisionMaker: InsightRule = ({ map }) => {
  const target = topDecisionMaker(map.people);
  const supporters = known(map.people).filter(isSupporter);
  if (!target || isSupporter(target) || supporters.length === 0 || introductionPath(map, target.id)) return [];
  return [{ code: 'noPathToDecisionMaker', severity: 'warning', params: {}, people: [target.id], relations: [] }];
};

/** Among key players at least as many are against us as for us. */
export const supportersOutnumbered: InsightRule = ({ map }) => {
  const players = map.people.filter(isKeyPlayer);
  const against = players.filter(isOpponent);
  const supporters = players.filter(isSupporter);
  if (against.length === 0 || supporters.length > against.length) return [];
  return [
    {
      code: 'supportersOutnumbered',
      severity: 'urgent',
      params: { supporters: supporters.length, opponents: against.length },
      people: [...against, ...supporters].map((person) => person.id),
      relations: [],
    },
  ];
};

/** Five or more people and nobody against us: somebody supports the rival, find out who. */
export const nobodyAgainst: InsightRule = ({ map, stageClass }) => {
  const people = known(map.people);
  if (stageClass === 'verify' || people.length < 5 || people.some(isOpponent)) return [];
  return [{ code: 'nobodyAgainst', severity: 'notice', params: { people: people.length }, people: [], relations: [] }];
};

/** Two of our supporters are in conflict with each other. */
export const supportersInConflict: InsightRule = ({ map }) => {
  const supporters = new Set(map.people.filter(isSupporter).map((person) => person.id));
  return map.relations
    .filter(
      (relation) => relation.kind === 'conflict' && supporters.has(relation.fromId) && supporters.has(relation.toId),
    )
    .map((relation) => ({
      code: 'supportersInConflict',
      severity: 'warning',
      params: {},
      people: [relation.fromId, relation.toId],
      relations: [relation.id],
    }));
};

/**
 * 隐形影响者: somebody without deciding role, with people of higher rank or deciding role listening to them: incoming weight of
 * influence lines to key players of 3 or more (weak 1, strong 3, not stated 1).
 */
export const hiddenInfluencer: InsightRule = ({ map }) => {
  const people = new Map(map.people.map((person) => [person.id, person]));
  const hasReports = new Set(superiors(map.relations).values());
  return known(map.people).flatMap((person) => {
    if (isKeyPlayer(person) || hasReports.has(person.id)) return [];
    const lines = map.relations.filter((relation) => {
      const listener = people.get(relation.toId);
      return relation.kind === 'influences' && relation.fromId === person.id && listener && isKeyPlayer(listener);
    });
    const weight = lines.reduce((sum, relation) => sum + (relation.strength ?? 1), 0);
    if (weight < 3) return [];
    return [
      {
        code: 'hiddenInfluencer',
        severity: 'notice',
        params: { weight },
        people: [person.id, ...lines.map((relation) => relation.toId)],
        relations: lines.map((relation) => relation.id),
      },
    ];
  });
};

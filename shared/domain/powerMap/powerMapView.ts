import type { RelationEdge, StakeholderNode } from '#shared/contract/powerMap.contract.ts';

/** What the power map's calculations need of a person or a vacant role. */
export type MapPerson = Pick<
  StakeholderNode,
  | 'id'
  | 'contact'
  | 'departmentShown'
  | 'roles'
  | 'influence'
  | 'stance'
  | 'stanceDate'
  | 'coverage'
  | 'politicalStatus'
  | 'lastTouchAt'
  | 'touches90'
>;

/** What they need of a line between two people. */
export type MapRelation = Pick<RelationEdge, 'id' | 'fromId' | 'toId' | 'kind' | 'strength' | 'confirmed'>;

/** One map as it is now. */
export interface PowerMapView {
  readonly people: readonly MapPerson[];
  readonly relations: readonly MapRelation[];
}

/** A row without a contact stands for a role that nobody is known to hold. */
export const isVacant = (person: MapPerson): boolean => person.contact === null;

/** 支持 or 教练: somebody who is for us. */
export const isSupporter = (person: MapPerson): boolean => person.stance === 'champion' || person.stance === 'support';

/** 不支持 or 反对: somebody who is against us. */
export const isOpponent = (person: MapPerson): boolean => person.stance === 'resist' || person.stance === 'oppose';

/** Somebody who decides or approves, or stands inside the political structure. */
export const isKeyPlayer = (person: MapPerson): boolean =>
  !isVacant(person) &&
  (person.roles.includes('approver') ||
    person.roles.includes('decider') ||
    person.politicalStatus === 'inner' ||
    person.politicalStatus === 'structure');

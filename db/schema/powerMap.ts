import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { contact } from './account.ts';
import { createdAt, day, flag, id, json, removedAt, words } from './columns.ts';
import { opportunity } from './opportunity.ts';
import { member } from './team.ts';

/** 决策链角色: a contact's part in one opportunity. A row without contact is a vacant role. */
export const stakeholder = sqliteTable(
  'stakeholder',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    contactId: text().references(() => contact.id),
    /** Says what is looked for when nobody holds the role yet. */
    vacantLabel: words(),
    /** Overrides the contact's department on this map. */
    department: words(),
    /** JSON array of approver | decider | user | gatekeeper | purchasing | coach */
    roles: json('[]'),
    /** Percent of the decision, 0..100; the map shows what is missing to 100. */
    influence: integer(),
    /** champion | support | neutral | resist | oppose | unknown; unknown is not neutral. */
    stance: words('unknown'),
    /** When the stance was judged. */
    stanceDate: day(),
    /** unknown | none | brief | multiple | deep */
    coverage: words('unknown'),
    /** inner | structure | outside | unknown */
    politicalStatus: words('unknown'),
    /** financial | technical | relationship | business | unknown */
    orientation: words('unknown'),
    /** growth | trouble | evenKeel | overconfident | unknown */
    responseMode: words('unknown'),
    /** vendor | credible | solver | advisor | unknown, with whom on our side */
    relationship: words('unknown'),
    relationshipDesired: words('unknown'),
    relationshipOwnerId: text().references(() => member.id),
    /** consensus | explicit | inferred | unclear */
    confidence: words('unclear'),
    source: words(),
    note: words(),
    privateNote: words(),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('stakeholder_byOpportunity').on(t.opportunityId), index('stakeholder_byContact').on(t.contactId)],
);

export const stakeholderRelation = sqliteTable(
  'stakeholderRelation',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    fromId: text().references(() => stakeholder.id),
    toId: text().references(() => stakeholder.id),
    /** reportsTo | influences | alliance | conflict | introduces | blocks */
    kind: words('influences'),
    /** 1 weak .. 3 strong */
    strength: integer(),
    /** 1 = confirmed (solid), 0 = inferred (dashed). */
    confirmed: flag(0),
    note: words(),
    source: words(),
    date: day(),
    createdAt: createdAt(),
    removedAt: removedAt(),
  },
  (t) => [index('stakeholderRelation_byOpportunity').on(t.opportunityId)],
);

export const c139Template = sqliteTable('c139Template', {
  id: id(),
  name: words(),
  locked: flag(0),
  createdAt: createdAt(),
  removedAt: removedAt(),
});

export const c139Element = sqliteTable(
  'c139Element',
  {
    id: id(),
    templateId: text().references(() => c139Template.id),
    /** C1..C9, F1..F3, W1 */
    code: words(),
    /** clear | first | win */
    family: words('clear'),
    name: words(),
    position: integer().notNull().default(0),
  },
  (t) => [index('c139Element_byTemplate').on(t.templateId, t.position)],
);

/** One judgement of one element; append-only, the newest per judge counts. */
export const c139Judgement = sqliteTable(
  'c139Judgement',
  {
    id: id(),
    opportunityId: text().references(() => opportunity.id),
    /** Code of the element, C1..C9, F1..F3, W1. */
    code: words(),
    /** self | coach */
    judge: words('self'),
    /** relationship | value | resource, for coaches */
    coachKind: words(),
    /** 1 true, 0 not true, null withdrawn */
    value: integer(),
    evidence: words(),
    at: createdAt(),
    byId: text().references(() => member.id),
  },
  (t) => [index('c139Judgement_byOpportunity').on(t.opportunityId, t.code, t.judge, t.at, t.value)],
);

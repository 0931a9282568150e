import type { SqlValue } from '../../handles.ts';

/** Whose timeline is asked for. */
export interface TimelineSubject {
  readonly entity: 'opportunity' | 'account' | 'contact' | 'lead';
  readonly id: string;
}

/** One kind of entries: where they come from, under which alias their instant lies, and what the condition binds. */
export interface TimelineSource {
  /** FROM … WHERE …, to be continued by AND. */
  readonly from: string;
  /** Column with the instant of the entry. */
  readonly at: string;
  readonly params: readonly SqlValue[];
}

/** Activities `x`. */
export function activitySource({ entity, id }: TimelineSubject): TimelineSource {
  const from = {
    opportunity: 'FROM activity x WHERE x.opportunityId = ?',
    account: 'FROM activity x WHERE x.accountId = ?',
    contact: 'FROM activityContact ac CROSS JOIN activity x ON x.id = ac.activityId WHERE ac.contactId = ?',
    lead: 'FROM activity x WHERE x.leadId = ?',
  }[entity];
  return { from: `${from} AND x.removedAt IS NULL`, at: 'x.at', params: [id] };
}

/** Stage changes `c`; a person and a lead have none. */
export function stageChangeSource({ entity, id }: TimelineSubject): TimelineSource | null {
  if (entity === 'contact' || entity === 'lead') return null;
  const from = {
    opportunity: 'FROM stageChange c WHERE c.opportunityId = ?',
    account:
      'FROM opportunity d CROSS JOIN stageChange c ON c.opportunityId = d.id WHERE d.accountId = ? AND d.removedAt IS NULL',
  }[entity];
  return { from, at: 'c.at', params: [id] };
}

/** What is told as a stage change, or is the program's own, is no field change for people. */
const HIDDEN_FIELDS = [
  'stageId',
  'status',
  'stageEnteredAt',
  'closedAt',
  'outcomeReason',
  'processId',
  'processVersionId',
  'rank',
  'custom',
  'createdAt',
  'removedAt',
  'mergedIntoId',
  'heldSince',
  'heldUntil',
  'convertedAt',
  'disqualifiedAt',
  'recycled',
];

/** Of a lead nothing else tells that its state changed. */
const hiddenFields = (entity: TimelineSubject['entity']): string =>
  HIDDEN_FIELDS.filter((field) => entity !== 'lead' || field !== 'status')
    .map((field) => `'${field}'`)
    .join(', ');

/** Field changes `p` of the record itself with their transaction `t` and field name `f`; what was undone, and undoing, is left out. */
export function fieldChangeSource({ entity, id }: TimelineSubject): TimelineSource {
  return {
    from: `FROM syncOp p JOIN syncTx t ON t.seq = p.seq JOIN syncDict f ON f.no = p.col
      WHERE p.tbl = (SELECT no FROM syncDict WHERE name = '${entity}') AND p.pk = ? AND p.stream = 0
        AND p.val IS NOT p.old AND t.undoes IS NULL AND t.undoneBy IS NULL
        AND f.name NOT IN (${hiddenFields(entity)})`,
    at: 't.at',
    params: [id],
  };
}

/** Field changes `h` that happened before the deal was imported. */
export function pastChangeSource({ entity, id }: TimelineSubject): TimelineSource | null {
  if (entity !== 'opportunity') return null;
  return { from: 'FROM pastChange h WHERE h.opportunityId = ?', at: 'h.at', params: [id] };
}

/** Done tasks `t`; of an account also those of its deals. */
export function doneTaskSource({ entity, id }: TimelineSubject): TimelineSource {
  const live = "AND t.status = 'done' AND t.doneAt IS NOT NULL AND t.removedAt IS NULL";
  if (entity !== 'account') {
    const column = `${entity}Id`;
    return { from: `FROM task t WHERE t.${column} = ? ${live}`, at: 't.doneAt', params: [id] };
  }
  return {
    from: `FROM task t WHERE t.id IN (
        SELECT id FROM task WHERE accountId = ? AND status = 'done'
        UNION SELECT u.id FROM opportunity d JOIN task u ON u.opportunityId = d.id
          WHERE d.accountId = ? AND d.removedAt IS NULL AND u.status = 'done') ${live}`,
    at: 't.doneAt',
    params: [id, id],
  };
}

import type { ReadDb } from '../../handles.ts';

/** A person or vacant role on a deal's map, with whether they took part in anything of the deal. */
export interface StepPersonRow {
  readonly deal: string;
  readonly contactId: string | null;
  readonly name: string;
  readonly title: string;
  readonly vacantLabel: string;
  /** JSON array */
  readonly roles: string;
  readonly stance: string;
  readonly influence: number;
  readonly met: number;
}

/** An open task of a deal. */
export interface StepTaskRow {
  readonly deal: string;
  readonly id: string;
  readonly title: string;
  readonly contactId: string | null;
  /** 1 when the stage prescribes it. */
  readonly prescribed: number;
}

/** What a seller could turn to in these deals; one statement per kind of thing, however many deals. */
export interface StepRows {
  readonly people: readonly StepPersonRow[];
  /** The first criterion of the stage that is still to be proven. */
  readonly criteria: readonly { readonly deal: string; readonly text: string }[];
  /** Open key tasks of a stage, and open tasks about a person; the one due first comes first. */
  readonly tasks: readonly StepTaskRow[];
}

/** The people, criteria and tasks of deals that a next step can be about; `now` in epoch ms. */
export function stepRows(db: ReadDb, ids: readonly string[], now: number): StepRows {
  const list = JSON.stringify(ids);
  return {
    people: db.all<StepPersonRow>(
      `SELECT j.value AS deal, s.contactId, coalesce(c.name, '') AS name, coalesce(c.title, '') AS title, s.vacantLabel,
         s.roles, s.stance, coalesce(s.influence, 0) AS influence,
         EXISTS (SELECT 1 FROM activityContact ac CROSS JOIN activity x ON x.id = ac.activityId
           WHERE ac.contactId = s.contactId AND x.opportunityId = s.opportunityId AND x.removedAt IS NULL
             AND x.kind <> 'note' AND x.at <= ?) AS met
       FROM json_each(?) j CROSS JOIN stakeholder s ON s.opportunityId = j.value LEFT JOIN contact c ON c.id = s.contactId
       WHERE s.removedAt IS NULL ORDER BY s.influence DESC, s.createdAt, s.id`,
      now,
      list,
    ),
    criteria: db.all(
      `SELECT o.id AS deal, (SELECT k.text FROM stageCriterion k WHERE k.stageId = o.stageId AND k.gate = 'exit'
           AND k.kind = 'evidence' AND NOT EXISTS (SELECT 1 FROM criterionEvidence e
             WHERE e.opportunityId = o.id AND e.criterionId = k.id AND e.removedAt IS NULL)
         ORDER BY k.position LIMIT 1) AS text
       FROM json_each(?) j CROSS JOIN opportunity o ON o.id = j.value WHERE text IS NOT NULL`,
      list,
    ),
    tasks: db.all(
      `SELECT j.value AS deal, t.id, t.title, t.contactId, t.stageTaskId IS NOT NULL AS prescribed FROM json_each(?) j
       CROSS JOIN task t ON t.opportunityId = j.value AND t.status = 'open'
       WHERE t.removedAt IS NULL AND (t.stageTaskId IS NOT NULL OR t.contactId IS NOT NULL)
       ORDER BY t.dueDate IS NULL, t.dueDate, t.createdAt, t.id`,
      list,
    ),
  };
}

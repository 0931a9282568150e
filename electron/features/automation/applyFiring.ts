import type { WriteDb } from '#db/handles.ts';
import { missingReference } from '#db/queries/missingReference.ts';
import { addFiring, addRisk } from '#db/repositories/automation.ts';
import { addNotice } from '#db/repositories/notices.ts';
import { changeOpportunity } from '#db/repositories/opportunity.ts';
import { addTask } from '#db/repositories/tasks.ts';
import type { DealFacts } from '#shared/domain/automation/dealFacts.ts';
import type { PlannedAction, RuleFiring } from '#shared/domain/automation/evaluateRule.ts';
import type { Rule } from '#shared/domain/automation/readRule.ts';
import { stableId } from '../imports/engine/stableId.ts';
import { actor } from '../pipeline/applyMove.ts';
import type { RuleContext } from './ruleContext.ts';

/** A rule that is met for a deal, not yet written. */
export interface DueFiring {
  /** The same on every laptop that sees the occasion. */
  readonly id: string;
  readonly rule: Rule;
  readonly facts: DealFacts;
  readonly firing: RuleFiring;
}

/** A field that a firing changed, with what it was. */
export interface FieldSet {
  readonly field: string;
  readonly from: string | number | null;
}

/** Id of a firing: of the rule, the deal and the occasion. */
export const firingId = (ruleId: string, dealId: string, occasion: string): string =>
  stableId('ruleFiring', ruleId, dealId, occasion);

/** Records a firing and does what follows from it; returns the fields that it changed. */
export function applyFiring(context: RuleContext, db: WriteDb, due: DueFiring): FieldSet[] {
  const { id, rule, facts, firing } = due;
  addFiring(db, { id, ruleId: rule.id, opportunityId: facts.id, occasion: firing.occasion, at: context.now });
  return firing.actions.flatMap((action) => applyAction(context, db, due, action) ?? []);
}

function applyAction(context: RuleContext, db: WriteDb, due: DueFiring, action: PlannedAction): FieldSet | null {
  const { rule, facts } = due;
  const id = stableId(action.kind, due.id, action.index);
  switch (action.kind) {
    case 'createTask':
      addTask(db, {
        id,
        title: action.title,
        kind: action.taskKind,
        opportunityId: facts.id,
        accountId: textOf(facts.fields.accountId),
        ownerId: action.ownerId,
        stageId: facts.stageId,
        dueDate: action.dueDate,
        deliverable: action.deliverable,
        deliverableRequired: action.required ? 1 : 0,
        ruleId: rule.id,
        createdById: actor(context),
        createdAt: context.now,
      });
      return null;
    case 'raiseRisk':
      addRisk(db, { id, opportunityId: facts.id, text: action.text, ruleId: rule.id, raisedAt: context.now });
      return null;
    case 'remind':
    case 'notifyManager':
      tell(context, db, due, action);
      return null;
    case 'setField':
      break;
  }
  const { field, value, from } = action;
  // Somebody may be gone since the rule was saved; the rest of the rule still holds.
  const owner = field === 'ownerId' ? textOf(value) : null;
  if (value === from || missingReference(db, [{ entity: 'member', id: owner }]) !== null) return null;
  changeOpportunity(db, facts.id, { [field]: value });
  return { field, from };
}

function tell(
  context: RuleContext,
  db: WriteDb,
  { id, facts }: DueFiring,
  action: Extract<PlannedAction, { kind: 'remind' | 'notifyManager' }>,
): void {
  if (action.memberId === null) return;
  const toManager = action.kind === 'notifyManager' || action.memberId !== facts.fields.ownerId;
  addNotice(db, {
    id: context.newId(),
    kind: toManager ? 'managerReminder' : 'reminder',
    key: `rule:${id}:${action.index}`,
    memberId: action.memberId,
    entity: 'opportunity',
    entityId: facts.id,
    params: JSON.stringify({ text: action.text }),
    dueAt: context.now,
  });
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

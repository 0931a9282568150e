import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { useToday } from '#renderer/platform/region.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import type { DealStep } from '#shared/contract/scoringExplanation.ts';
import { dayOffset } from '#shared/domain/tasks/dayOffset.ts';
import { stepText } from '#shared/i18n/stepText.ts';
import { isoDate } from '#shared/lib/time.ts';

/** A step is planned for this many days ahead; the task can be moved. */
const AHEAD_DAYS = 7;

/** Makes a step a task of the deal in one go, with undo. */
export function usePlanStep(dealId: string, ownerId: string | null) {
  const t = useT();
  const today = useToday();
  const create = useOperationCommand(taskContract.create, {
    undoLabel: (_output, { title }) => t('scoring.step.planned', { step: title }),
  });
  const plan = (step: DealStep) =>
    create.run({
      title: stepText(step, t),
      kind: taskKinds[step.kind] ?? 'task',
      opportunityId: dealId,
      contactId: step.person?.contactId ?? null,
      dueDate: dayOffset(isoDate(today), AHEAD_DAYS),
      ...(ownerId === null ? {} : { ownerId }),
    });
  return { plan, pending: create.pending };
}

const taskKinds: Partial<Record<DealStep['kind'], 'visit' | 'call'>> = {
  meetDecider: 'visit',
  meetPerson: 'visit',
  contact: 'call',
};

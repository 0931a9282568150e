import { openState } from '#db/queries/scoring/explained.ts';
import type { DealStep, explanationOperations } from '#shared/contract/scoringExplanation.ts';
import { leverEffects, leversOf } from '#shared/domain/scoring/explain/leverEffects.ts';
import { err, ok } from '#shared/lib/result.ts';
import type { Handler } from '../../ipc/handler.ts';
import { workCalendar } from '../pipeline/workCalendar.ts';
import { dealSteps } from './dealSteps.ts';
import { explainRecord } from './explainRecord.ts';
import { factsOfText } from './factsOfText.ts';

/** The model's figure of a deal, why, and what could be done about it. */
export const ofDeal: Handler<typeof explanationOperations.ofDeal> = (context, { id }) => {
  const deal = openState(context.db, 'deal', id);
  const explained = deal && explainRecord(context, 'deal', id, !deal.open);
  if (!explained) return err({ type: 'notFound', entity: 'opportunity', id });
  const { answer, active, asOf } = explained;
  const facts = factsOfText(explained.facts);
  if (answer.state === 'closed') return ok({ ...answer, steps: [] });
  const subjects = dealSteps(context.db, [id], context.now).get(id) ?? new Map();
  const one = { facts, asOf, possible: new Set(subjects.keys()) };
  const about = (kind: DealStep['kind']) => subjects.get(kind) ?? { person: null, subject: '', taskId: null };
  const steps: DealStep[] =
    answer.state === 'scored' && active !== null
      ? (leverEffects(active.model, [one])[0] ?? []).map(({ kind, ...effect }) => ({ kind, ...about(kind), effect }))
      : leversOf(one).map(({ kind }) => ({ kind, ...about(kind), effect: null }));
  const stay =
    facts.stageEnteredAt === null
      ? null
      : {
          days: workCalendar(context).workingDaysBetweenInstants(facts.stageEnteredAt, context.now),
          allowedDays: facts.stageAllowedDays,
        };
  return ok({ ...answer, stay, steps });
};

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { opportunityContract } from '#shared/contract/opportunity.contract.ts';
import type { DealStep } from '#shared/contract/scoringExplanation.ts';
import { SMALL_SUPPORT } from '#shared/domain/scoring/explain/reasons.ts';
import { stepText } from '#shared/i18n/stepText.ts';
import styles from './ScoreDrawer.module.css';
import { usePlanStep } from '#renderer/ui/usePlanStep.ts';

interface StepListProps {
  readonly dealId: string;
  readonly steps: readonly DealStep[];
  /** False where no model says anything: then these are gaps without figures. */
  readonly speaks: boolean;
}

/** What could be done about the deal, the best first, each made a task by one button. */
export function StepList({ dealId, steps, speaks }: StepListProps) {
  const t = useT();
  const page = useOperationQuery(opportunityContract.page, { id: dealId });
  const { plan, pending } = usePlanStep(dealId, page.data?.fields.ownerId ?? null);
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{t(speaks ? 'scoring.levers.title' : 'scoring.levers.gaps')}</h3>
      <p className={styles.hint}>{t(speaks ? 'scoring.levers.hint' : 'scoring.levers.gapsHint')}</p>
      {steps.length === 0 ? (
        <p className={styles.none}>
          {t('scoring.step.none')}
          <span>{t('scoring.step.noneHint')}</span>
        </p>
      ) : (
        <ul className={styles.steps}>
          {steps.map((step) => (
            <li key={step.kind} className={styles.step}>
              <span className={styles.stepName}>{stepText(step, t)}</span>
              {step.effect ? <Effect effect={step.effect} /> : null}
              {step.taskId === null ? (
                <Button
                  size="small"
                  disabled={pending}
                  aria-label={t('scoring.step.planSpoken', { step: stepText(step, t) })}
                  onClick={() => void plan(step)}
                >
                  {t('scoring.step.plan')}
                </Button>
              ) : (
                <Tag>{t('scoring.step.isPlanned')}</Tag>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Effect({ effect }: { readonly effect: NonNullable<DealStep['effect']> }) {
  const t = useT();
  const format = useFormat();
  const { from, to, support } = effect;
  // Of the figures as they are shown, so that the three agree.
  const gain = Math.round(to * 100) - Math.round(from * 100);
  return (
    <span className={styles.effect}>
      <b>{t('scoring.levers.fromTo', { from: format.percent(from), to: format.percent(to) })}</b>
      <span className={styles.gain}>{t('scoring.panel.points', { points: format.change(gain, 0) })}</span>
      <span className={styles.alike}>
        {support < SMALL_SUPPORT
          ? t('scoring.panel.small', { count: support })
          : t('scoring.levers.support', { count: support })}
      </span>
    </span>
  );
}

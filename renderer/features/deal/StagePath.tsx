import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { stageColour } from '#renderer/ui/stageColour.ts';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { pathSteps } from './dealModel.ts';
import styles from './StagePath.module.css';

/** Where the deal stands: each stage as wide as it took, days beside the name, beyond the allowed ones in words. */
export function StagePath({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const steps = pathSteps(page);
  return (
    <ol className={styles.path} aria-label={t('deal.path.label')}>
      {steps.map(({ stage, state, days, weight }) => {
        const over = state === 'current' && page.card.daysOver !== null;
        return (
          <li
            key={stage.id}
            className={classNames(styles.step, styles[state])}
            style={{ flexGrow: weight }}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span
              className={styles.bar}
              style={state === 'ahead' ? undefined : { background: stageColour(stage.stageClass) }}
            />
            <span className={styles.name}>{stage.name}</span>
            {days === null ? null : (
              <span className={classNames(styles.days, over && styles.over)}>
                {over && stage.allowedDays !== null
                  ? t('deal.path.daysAllowed', { days, allowed: stage.allowedDays })
                  : t('deal.path.days', { days })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

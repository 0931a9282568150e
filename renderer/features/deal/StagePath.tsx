import { Route } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { stageColour } from '#renderer/ui/stageColour.ts';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { pathSteps } from './dealModel.ts';
import { JourneyDrawer } from './JourneyDrawer.tsx';
import styles from './StagePath.module.css';

/** Where the deal stands: each stage as wide as it took, days beside the name; every visit is one click away. */
export function StagePath({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const [opened, setOpened] = useState(false);
  const steps = pathSteps(page);
  return (
    <div className={styles.line}>
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
      {page.visits.length === 0 ? null : (
        <Button tone="quiet" size="small" icon={Route} onClick={() => setOpened(true)}>
          {t('deal.journey.open_count', { count: page.visits.length })}
        </Button>
      )}
      <JourneyDrawer page={page} open={opened} onClose={() => setOpened(false)} />
    </div>
  );
}

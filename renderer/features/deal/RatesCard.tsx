import { Suspense } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { partOf } from '#renderer/platform/parts.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Percent } from '#renderer/ui/Percent.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { rateLines } from './dealModel.ts';
import styles from './RatesCard.module.css';
import { useSaveField } from './useDeal.ts';

/** The three win rates with the expected amount that each gives; the model's with its interval. */
export function RatesCard({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const save = useSaveField(page);
  const Reasons = partOf('deal.scoreReasons');
  const stage = page.process.stages.find(({ id }) => id === page.card.stageId);
  const colours = { stage: stageColour(stage?.stageClass ?? 'verify'), own: 'var(--text-3)', model: 'var(--accent)' };
  return (
    <Card title={t('app.winRate.label')} more={t('deal.rates.expected')}>
      <dl className={styles.rates}>
        {rateLines(page).map(({ key, share, expectedMinor, low, high }) => (
          <div key={key} className={styles.rate}>
            <dt>{t(`app.winRate.${key}`)}</dt>
            <dd className={styles.share}>
              {key === 'own' ? (
                <InlineEdit
                  kind="percent"
                  label={t('fields.opportunity.ownWinRate')}
                  value={share}
                  onSave={save('ownWinRate')}
                />
              ) : (
                <Percent share={share} />
              )}
            </dd>
            <dd className={styles.bar} aria-hidden>
              {low === null || high === null ? null : (
                <span
                  className={styles.interval}
                  style={{ insetInlineStart: `${low * 100}%`, inlineSize: `${(high - low) * 100}%` }}
                />
              )}
              {share === null ? null : (
                <span className={styles.fill} style={{ inlineSize: `${share * 100}%`, background: colours[key] }} />
              )}
              {key === 'model' && share !== null ? (
                <span className={styles.dot} style={{ insetInlineStart: `${share * 100}%` }} />
              ) : null}
            </dd>
            <dd className={styles.amount}>
              <Amount minor={expectedMinor} currency={page.card.currency} />
            </dd>
          </div>
        ))}
      </dl>
      {Reasons ? (
        <Suspense fallback={<Skeleton rows={3} />}>
          {/* Parts are made once, at the start; this only looks one up. */}
          {/* oxlint-disable-next-line react/static-components */}
          <Reasons id={page.card.id} />
        </Suspense>
      ) : null}
    </Card>
  );
}

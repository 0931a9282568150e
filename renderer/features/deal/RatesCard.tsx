import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Percent } from '#renderer/ui/Percent.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { rateLines } from './dealModel.ts';
import styles from './RatesCard.module.css';
import { useSaveField } from './useDeal.ts';

/** The three win rates with the expected amount that each gives; the model's with its interval. */
export function RatesCard({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const format = useFormat();
  const save = useSaveField(page);
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
              <span
                className={styles.fill}
                style={{ inlineSize: `${(share ?? 0) * 100}%`, background: colours[key] }}
              />
            </dd>
            <dd className={styles.amount}>
              <Amount minor={expectedMinor} currency={page.card.currency} />
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        {page.model?.low !== null && page.model?.low !== undefined && page.model.high !== null
          ? t('deal.rates.interval', { range: format.percentRange(page.model.low, page.model.high) })
          : t('app.winRate.modelAbstains')}
      </p>
    </Card>
  );
}

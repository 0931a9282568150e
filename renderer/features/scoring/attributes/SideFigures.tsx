import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import type { PreviewSide } from '#shared/contract/attributeScore.contract.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './PreviewPanel.module.css';

const QUARTERS = [25, 50, 75, 100] as const;

/** Median, too little known, unscored: now and with the draft; who moves; how complete the facts are. */
export function SideFigures({ side }: { readonly side: PreviewSide }) {
  const t = useT();
  const format = useFormat();
  const { median, thin, unscored, moved, completeness } = side;
  const points = (value: number | null): string => (value === null ? NO_FIGURE : format.number(Math.round(value)));
  const rows = [
    { key: 'median' as const, now: points(median.now), draft: points(median.draft) },
    { key: 'thin' as const, now: format.number(thin.now), draft: format.number(thin.draft) },
    { key: 'unscored' as const, now: format.number(unscored.now), draft: format.number(unscored.draft) },
  ].filter(({ key, now, draft }) => key !== 'unscored' || now !== '0' || draft !== '0');
  const all = completeness.reduce((sum, count) => sum + count, 0);
  return (
    <>
      <div className={styles.figures}>
        <span />
        <span className={styles.head}>{t('attributes.preview.now')}</span>
        <span className={styles.head}>{t('attributes.preview.draft')}</span>
        {rows.map(({ key, now, draft }) => (
          <dl key={key} style={{ display: 'contents' }}>
            <dt>{t(`attributes.preview.${key}`)}</dt>
            <dd>{now}</dd>
            <dd className={classNames(now !== draft && styles.changed)}>{draft}</dd>
          </dl>
        ))}
        <dl style={{ display: 'contents' }}>
          <dt>{t('attributes.preview.moved')}</dt>
          <dd />
          <dd className={classNames(moved > 0 && styles.changed)}>{format.number(moved)}</dd>
        </dl>
      </div>
      {all === 0 ? null : (
        <>
          <div className={styles.bar} aria-hidden>
            {completeness.map((count, index) => (
              <span
                key={QUARTERS[index]}
                style={{ width: `${(count / all) * 100}%` }}
                data-tip={t('attributes.preview.upTo', {
                  share: QUARTERS[index] ?? 100,
                  count: format.number(count),
                })}
              />
            ))}
          </div>
          <p className={styles.legend}>
            {t('attributes.preview.completeness', {
              count: format.number(completeness[3] ?? 0),
              few: format.number((completeness[0] ?? 0) + (completeness[1] ?? 0)),
            })}
          </p>
        </>
      )}
    </>
  );
}

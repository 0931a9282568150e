import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import type { AttributeMark as Mark } from '#shared/contract/attributeScore.contract.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './AttributeMark.module.css';

/** 属性 in a list: the points; hollow where too little is known for a firm figure. */
export function AttributeMark({ mark }: { readonly mark: Mark }) {
  const t = useT();
  const format = useFormat();
  if (mark === null) return <span data-tip={t('attributes.mark.noSet')}>{NO_FIGURE}</span>;
  const figure = mark.points === null ? NO_FIGURE : format.number(Math.round(mark.points));
  if (!mark.thin) return <span className={styles.firm}>{figure}</span>;
  return (
    <span className={styles.thin} data-tip={t('attributes.mark.thin')}>
      {figure}
      <span className={styles.spoken}>{t('attributes.mark.thin')}</span>
    </span>
  );
}

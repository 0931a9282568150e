import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { DraftDifference } from '#shared/domain/processes/compareDrafts.ts';
import styles from './DifferenceList.module.css';

/** What one version has, lacks and says differently from another, in words. */
export function DifferenceList({ differences }: { readonly differences: readonly DraftDifference[] }) {
  const t = useT();
  const format = useFormat();
  const fieldName = (field: string): string => {
    const key = `processes.field.${field}`;
    return isTextKey(key) ? t(key) : field;
  };
  return (
    <ul className={styles.list}>
      {differences.map((one) => (
        <li key={`${one.change} ${one.what} ${one.stage} ${one.name}`} className={styles.row}>
          <span className={styles.change}>{t(`processes.change.${one.change}`)}</span>
          <span>
            {t(`processes.what.${one.what}`, {
              name: one.name || t('processes.stage.unnamed'),
              stage: one.stage || t('processes.stage.unnamed'),
            })}
            {one.fields.length > 0 ? (
              <span className={styles.fields}> {format.list(one.fields.map(fieldName))}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

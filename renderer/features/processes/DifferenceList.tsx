import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { DraftDifference, FieldDifference } from '#shared/domain/processes/compareDrafts.ts';
import styles from './DifferenceList.module.css';

/** What one version has, lacks and says differently from another, in words. */
export function DifferenceList({ differences }: { readonly differences: readonly DraftDifference[] }) {
  const t = useT();
  const format = useFormat();
  const fieldName = (field: string): string => {
    const key = `processes.field.${field}`;
    return isTextKey(key) ? t(key) : field;
  };
  const fieldText = ({ name, from, to }: FieldDifference): string => {
    // Long texts are named, not quoted.
    if (name !== 'winRateMille' && name !== 'allowedDays' && name !== 'dueDays') return fieldName(name);
    const figure = (value: unknown): string =>
      typeof value !== 'number' ? '—' : name === 'winRateMille' ? `${value / 10}%` : String(value);
    return `${fieldName(name)} ${figure(from)} → ${figure(to)}`;
  };
  return (
    <ul className={styles.list}>
      {differences.map((one, index) => (
        // Two tasks may be called the same; the list never changes its order.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className={styles.row}>
          <span className={styles.change}>{t(`processes.change.${one.change}`)}</span>
          <span>
            {t(`processes.what.${one.what}`, {
              name: one.name || t('processes.stage.unnamed'),
              stage: one.stage || t('processes.stage.unnamed'),
            })}
            {one.fields.length > 0 ? (
              <span className={styles.fields}> {format.list(one.fields.map(fieldText))}</span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

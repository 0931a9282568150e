import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { pathOfRecord } from '#renderer/platform/paths.ts';
import { DateText } from '#renderer/ui/DateText.tsx';
import { fieldLabel, fieldValue } from '#renderer/ui/fieldText.ts';
import { Link } from '#renderer/ui/Link.tsx';
import type { DuplicateSide } from '#shared/contract/duplicate.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { DuplicateEntity } from '#shared/domain/leads/duplicateKeys.ts';
import type { MergeChoice } from '#shared/domain/leads/mergeFields.ts';
import styles from './DuplicatesScreen.module.css';

interface MergeTableProps {
  readonly entity: DuplicateEntity;
  readonly winner: DuplicateSide;
  readonly loser: DuplicateSide;
  readonly fields: readonly string[];
  readonly choiceOf: (field: string) => MergeChoice;
  readonly onChoose: (field: string, choice: MergeChoice) => void;
}

/** Every field of both, the kept value ticked; below, what would move. */
export function MergeTable({ entity, winner, loser, fields, choiceOf, onChoose }: MergeTableProps) {
  const t = useT();
  const format = useFormat();
  const sides = { winner, loser } as const;
  const text = (side: DuplicateSide, field: string) =>
    side.names[field] ?? fieldValue(t, format, entity, field, side.fields[field] ?? null);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('leads.merge.field')}</th>
          {(['winner', 'loser'] as const).map((side) => (
            <th key={side} scope="col">
              <span className={styles.role}>{t(`leads.merge.${side}`)}</span>
              <Link to={pathOfRecord(entity, sides[side].id)} className={styles.record}>
                {sides[side].title}
              </Link>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const label = fieldLabel(t, entity, field);
          const same = winner.fields[field] === loser.fields[field];
          return (
            <tr key={field}>
              <th scope="row">{label}</th>
              {(['winner', 'loser'] as const).map((side) => (
                <td key={side} className={choiceOf(field) === side || same ? styles.kept : styles.left}>
                  {same ? (
                    text(sides[side], field)
                  ) : (
                    <label className={styles.value}>
                      <input
                        type="radio"
                        name={field}
                        aria-label={t('leads.merge.keep', { field: label, value: text(sides[side], field) })}
                        checked={choiceOf(field) === side}
                        onChange={() => onChoose(field, side)}
                      />
                      <span>{text(sides[side], field)}</span>
                    </label>
                  )}
                </td>
              ))}
            </tr>
          );
        })}
        <tr>
          <th scope="row">{t('leads.list.created')}</th>
          <td>
            <DateText at={winner.createdAt} />
          </td>
          <td>
            <DateText at={loser.createdAt} />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('leads.merge.references')}</th>
          <td>
            <References counts={winner.counts} />
          </td>
          <td>
            <References counts={loser.counts} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** How much points to a record: what a merge keeps together. */
function References({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const t = useT();
  const format = useFormat();
  const parts = Object.entries(counts).map(([table, count]) => {
    const key = `activities.table.${table}`;
    return t('leads.merge.count', { what: isTextKey(key) ? t(key) : table, count });
  });
  return <>{parts.length === 0 ? t('leads.merge.nothing') : format.list(parts)}</>;
}

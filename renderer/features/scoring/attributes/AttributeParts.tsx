import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import type { AttributePart, ScoredEntity } from '#shared/contract/attributeScore.contract.ts';
import { fieldWord } from './attributeWords.ts';
import styles from './AttributeCard.module.css';
import { FillFact } from './FillFact.tsx';
import { limitWord } from './summaryOf.ts';

interface AttributePartsProps {
  readonly record: { readonly entity: ScoredEntity; readonly id: string };
  readonly parts: readonly AttributePart[];
  readonly caps: readonly { readonly group: string; readonly weight: number; readonly earned: number }[];
}

/** What each known fact brings of its weight, and what is missing, to be filled in where it stands. */
export function AttributeParts({ record, parts, caps }: AttributePartsProps) {
  const t = useT();
  const format = useFormat();
  const known = parts.filter(({ earned }) => earned !== null);
  const missing = parts.filter(({ earned }) => earned === null).toSorted((a, b) => b.weight - a.weight);
  const one = (value: number): string => format.number(value, value % 1 === 0 ? 0 : 1);
  return (
    <>
      {known.length > 0 ? (
        <ul className={styles.parts}>
          {known.map(({ key, field, fact, level, earned, weight }) => (
            <li key={key} className={styles.part}>
              <span className={styles.name}>{fieldWord(t, field)}</span>
              <span className={styles.fact}>
                {typeof fact === 'number' ? limitWord(format, field, fact) : (fact ?? '')}
              </span>
              <span className={styles.meter} aria-hidden>
                <span style={{ width: `${level ?? 0}%` }} />
              </span>
              <span className={styles.earned}>{t('attributes.card.earned', { earned: one(earned ?? 0), weight })}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {caps.map(({ group, weight, earned }) => (
        <p key={group} className={styles.quiet}>
          {t('attributes.card.capped', { group, earned: one(earned), weight })}
        </p>
      ))}
      {missing.length > 0 ? (
        <section aria-label={t('attributes.card.missing')}>
          <h3 className={styles.title}>{t('attributes.card.missing')}</h3>
          <ul className={styles.parts}>
            {missing.map(({ key, field, fact, weight }) => (
              <li key={key} className={styles.part}>
                <span className={styles.name}>{fieldWord(t, field)}</span>
                <span className={styles.fill}>
                  {fact === null ? (
                    <FillFact entity={record.entity} id={record.id} field={field} />
                  ) : (
                    t('attributes.card.unreadable', { fact: String(fact) })
                  )}
                </span>
                <span className={styles.earned}>{t('attributes.card.weight', { weight })}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import styles from './BehaviourRulesPart.module.css';

interface DistributionTableProps {
  /** Records in each fifth of 0..100. */
  readonly now: readonly number[];
  /** The same with the draft; null while nothing is changed. */
  readonly draft: readonly number[] | null;
}

/** How the records are spread over the score: bars with their figures, the draft below what is. */
export function DistributionTable({ now, draft }: DistributionTableProps) {
  const t = useT();
  const format = useFormat();
  const most = Math.max(1, ...now, ...(draft ?? []));
  const bar = (count: number, isDraft: boolean) => (
    <span className={styles.barLine}>
      <span className={isDraft ? styles.barDraft : styles.bar} style={{ width: `${(count / most) * 100}%` }} />
      <span className={styles.figure}>{format.number(count)}</span>
    </span>
  );
  return (
    <table className={styles.distribution}>
      <thead>
        <tr>
          <th scope="col">{t('behaviour.preview.range')}</th>
          <th scope="col">
            {draft ? `${t('behaviour.preview.now')} / ${t('behaviour.preview.draft')}` : t('behaviour.preview.now')}
          </th>
        </tr>
      </thead>
      <tbody>
        {now.map((count, index) => (
          <tr key={index * 20}>
            <th scope="row">{`${index * 20}–${index * 20 + 20}`}</th>
            <td>
              {bar(count, false)}
              {draft ? bar(draft[index] ?? 0, true) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

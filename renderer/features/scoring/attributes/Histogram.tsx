import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import styles from './Histogram.module.css';

interface HistogramProps {
  /** Ten bins of ten points. */
  readonly now: readonly number[];
  readonly draft: readonly number[];
}

/** How the records spread over the points: outlined as they are, filled with the draft. The same as a table for listeners. */
export function Histogram({ now, draft }: HistogramProps) {
  const t = useT();
  const format = useFormat();
  const most = Math.max(1, ...now, ...draft);
  const height = (count: number): string => `${(count / most) * 100}%`;
  return (
    <figure className={styles.figure}>
      <div className={styles.bars} aria-hidden>
        {now.map((before, index) => {
          const after = draft[index] ?? 0;
          const tip = t('attributes.preview.bin', {
            bin: bin(index),
            now: format.number(before),
            draft: format.number(after),
          });
          return (
            <span key={bin(index)} className={styles.bin} data-tip={tip}>
              <span className={styles.now} style={{ height: height(before) }} />
              <span className={styles.draft} style={{ height: height(after) }} />
            </span>
          );
        })}
      </div>
      <div className={styles.axis} aria-hidden>
        <span>0</span>
        <span>50</span>
        <span>100</span>
      </div>
      <figcaption className={styles.legend}>
        <span className={styles.keyNow}>{t('attributes.preview.now')}</span>
        <span className={styles.keyDraft}>{t('attributes.preview.draft')}</span>
      </figcaption>
      <VisuallyHidden>
        <table>
          <caption>{t('attributes.preview.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('attributes.preview.points')}</th>
              <th scope="col">{t('attributes.preview.now')}</th>
              <th scope="col">{t('attributes.preview.draft')}</th>
            </tr>
          </thead>
          <tbody>
            {now.map((before, index) => (
              <tr key={bin(index)}>
                <th scope="row">{bin(index)}</th>
                <td>{before}</td>
                <td>{draft[index]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  );
}

const bin = (index: number): string => `${index * 10}–${index === 9 ? 100 : index * 10 + 9}`;

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { duplicateContract } from '#shared/contract/duplicate.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import styles from './DuplicatesScreen.module.css';

export type DuplicatePair = OutputOf<typeof duplicateContract.pairs>['pairs'][number];

interface PairListProps {
  readonly pairs: readonly DuplicatePair[];
  readonly keyOf: (pair: DuplicatePair) => string;
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

/** The queue: what is called how, and what the two have in common. */
export function PairList({ pairs, keyOf, chosen, onChoose }: PairListProps) {
  const t = useT();
  const format = useFormat();
  return (
    <Card title={t('leads.duplicates.queue')} flush>
      <ul className={styles.pairs}>
        {pairs.map((pair) => {
          const key = keyOf(pair);
          return (
            <li key={key}>
              <button
                type="button"
                className={classNames(styles.pair, key === chosen && styles.here)}
                aria-current={key === chosen ? 'true' : undefined}
                onClick={() => onChoose(key)}
              >
                <span className={styles.names}>
                  <b>{pair.oneTitle}</b>
                  <span>{pair.otherTitle}</span>
                </span>
                <span className={styles.why}>
                  <Tag tone={pair.level === 'sure' ? 'negative' : pair.level === 'likely' ? 'warning' : 'plain'}>
                    {t(`leads.level.${pair.level}`)}
                  </Tag>
                  {format.list(pair.kinds.map((kind) => t(`leads.kind.${kind}`)))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

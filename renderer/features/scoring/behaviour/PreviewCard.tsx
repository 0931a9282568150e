import { useDeferredValue, useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { pathOfRecord } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import styles from './BehaviourRulesPart.module.css';
import { DistributionTable } from './DistributionTable.tsx';
import type { RuleDraft } from './ruleDraft.ts';

interface PreviewCardProps {
  readonly rules: readonly RuleDraft[];
  readonly changed: boolean;
}

const entities = ['lead', 'account', 'opportunity', 'contact'] as const;

/** What the draft does to the workspace's own records: how they are spread, and who would move. */
export function PreviewCard({ rules, changed }: PreviewCardProps) {
  const t = useT();
  const format = useFormat();
  const [entity, setEntity] = useState<(typeof entities)[number]>('lead');
  const tried = useDeferredValue(rules);
  const preview = useOperationQuery(
    behaviourContract.preview,
    { rules: [...tried], entity },
    { keepPrevious: true, staleTime: 10_000 },
  );
  const { data } = preview;
  return (
    <Card
      title={t('behaviour.preview.title')}
      sub={t('behaviour.preview.sub')}
      more={
        <Segmented
          size="small"
          label={t('behaviour.preview.entity')}
          value={entity}
          options={entities.map((value) => ({ value, label: t(`behaviour.preview.${value}`) }))}
          onChange={setEntity}
        />
      }
    >
      {preview.error ? (
        <ErrorState failure={preview.error.failure} onRetry={() => void preview.refetch()} />
      ) : !data ? (
        <Skeleton rows={5} />
      ) : data.records === 0 ? (
        <p className={styles.quiet}>{t('behaviour.preview.none')}</p>
      ) : (
        <div className={styles.preview}>
          <div>
            <p className={styles.quiet}>
              {data.records < data.limit
                ? t('behaviour.preview.records', { count: data.records })
                : t('behaviour.preview.newest', { count: data.limit })}
            </p>
            <DistributionTable now={data.now} draft={changed ? data.draft : null} />
          </div>
          {changed ? (
            <div aria-live="polite">
              <p className={styles.quiet}>
                {data.moved === 0
                  ? t('behaviour.preview.unmoved')
                  : t('behaviour.preview.moved', { count: data.moved })}
              </p>
              <ul className={styles.movers}>
                {data.movers.map(({ id, name, now, draft }) => (
                  <li key={id}>
                    <Link to={pathOfRecord(entity, id)} className={styles.name}>
                      {name || id}
                    </Link>
                    <span className={styles.figure}>
                      {t('behaviour.preview.move', { from: format.number(now), to: format.number(draft) })}
                    </span>
                    <span className={styles.figure}>{format.change(draft - now)}</span>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </div>
      )}
    </Card>
  );
}

import { TrendingUp } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import styles from './BehaviourScoreCard.module.css';
import { ContributionRow } from './ContributionRow.tsx';
import { kindName } from './kindName.ts';
import { Sparkline } from './Sparkline.tsx';

interface BehaviourScoreCardProps {
  readonly entity: 'lead' | 'contact' | 'account' | 'opportunity';
  readonly id: string;
}

const FIRST = 6;
const STEP = 20;
const MOST = 200;

/** 行为积分: the figure, how it came, whether the record is heating up, and what each event still adds. */
export function BehaviourScoreCard({ entity, id }: BehaviourScoreCardProps) {
  const t = useT();
  const format = useFormat();
  const [limit, setLimit] = useState(FIRST);
  const score = useOperationQuery(behaviourContract.ofRecord, { entity, id, limit }, { keepPrevious: limit > FIRST });
  const { data } = score;
  if (score.error) return <ErrorState failure={score.error.failure} onRetry={() => void score.refetch()} />;
  if (!data)
    return (
      <Card title={t('behaviour.card.title')}>
        <Skeleton rows={4} />
      </Card>
    );
  if (data.total === 0)
    return (
      <Card title={t('behaviour.card.title')}>
        <p className={styles.none}>{t('behaviour.card.none')}</p>
        <Link to={paths.imports()} className={styles.link}>
          {t('behaviour.card.import')}
        </Link>
      </Card>
    );
  const { surge } = data;
  const short = (figure: number): string => format.number(figure, Number.isInteger(Number(figure.toFixed(1))) ? 0 : 1);
  const usual = short(surge.usual ?? 0);
  const more = Math.min(STEP, data.total - data.events.length, MOST - limit);
  return (
    <Card
      title={t('behaviour.card.title')}
      more={
        surge.verdict === 'surging' ? (
          <Tag tone="accent" icon={TrendingUp}>
            {t('behaviour.card.surge')}
          </Tag>
        ) : undefined
      }
    >
      <div className={styles.head}>
        <span
          className={styles.figure}
          data-tip={t('behaviour.card.formula', { raw: short(data.raw) })}
          // The tip says how the figure comes about; keyboards reach it too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {format.number(data.points)}
          <small>/100</small>
        </span>
        <Sparkline weeks={data.weeks} />
      </div>
      <p className={styles.surge}>
        {surge.verdict === 'new'
          ? t('behaviour.card.new', { recent: surge.recent })
          : t('behaviour.card.usual', { recent: surge.recent, usual })}
      </p>
      {data.caps.length > 0 ? (
        <ul className={styles.caps}>
          {data.caps.map(({ kind, cap, lost }) => {
            const own = data.kinds.find((known) => known.kind === kind)?.name;
            const values = { kind: kindName(t, kind, own), lost: short(lost) };
            return (
              <li key={`${kind} ${cap}`}>
                {cap === 'day' ? t('behaviour.card.capDay', values) : t('behaviour.card.capTotal', values)}
              </li>
            );
          })}
        </ul>
      ) : null}
      <p className={styles.count}>{t('behaviour.card.events', { count: data.total, shown: data.events.length })}</p>
      <ul className={styles.events}>
        {data.events.map((event) => (
          <ContributionRow
            key={`${event.origin} ${event.id}`}
            event={event}
            showPerson={entity === 'account' || entity === 'opportunity'}
            name={kindName(t, event.kind, data.kinds.find(({ kind }) => kind === event.kind)?.name)}
          />
        ))}
      </ul>
      {more > 0 ? (
        <Button tone="quiet" size="small" onClick={() => setLimit(limit + more)} busy={score.isFetching}>
          {t('behaviour.card.more', { count: more })}
        </Button>
      ) : null}
    </Card>
  );
}

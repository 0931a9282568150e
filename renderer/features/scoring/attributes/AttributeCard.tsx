import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { attributeScoreContract } from '#shared/contract/attributeScore.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './AttributeCard.module.css';
import { AttributeParts } from './AttributeParts.tsx';
import { RangeBar } from './RangeBar.tsx';

interface AttributeCardProps {
  readonly entity: 'account' | 'lead' | 'opportunity';
  readonly id: string;
}

/** 属性: the points over what is known, what they could still become, what each criterion brings and what is missing. */
export function AttributeCard({ entity, id }: AttributeCardProps) {
  const t = useT();
  const score = useOperationQuery(attributeScoreContract.ofRecord, { entity, id });
  if (score.error) return <ErrorState failure={score.error.failure} onRetry={() => void score.refetch()} />;
  if (!score.data) return <Skeleton rows={3} />;
  const { record, set } = score.data;
  // A deal without an account has nobody whose facts could be scored.
  if (record === null) return null;
  return (
    <Card
      title={t('attributes.card.title')}
      sub={entity === 'opportunity' ? t('attributes.card.ofAccount') : undefined}
      more={
        set ? (
          <Link to={paths.attributeRules(set.id)}>{set.name}</Link>
        ) : (
          <Link to={paths.settings({ tab: 'scoring', part: 'attributes' })}>{t('attributes.list.title')}</Link>
        )
      }
    >
      {score.data.figure === null ? (
        <p className={styles.quiet}>{t('attributes.card.noSet')}</p>
      ) : (
        <Scored score={score.data} figure={score.data.figure} />
      )}
    </Card>
  );
}

type Score = OutputOf<typeof attributeScoreContract.ofRecord>;

function Scored({ score, figure }: { readonly score: Score; readonly figure: NonNullable<Score['figure']> }) {
  const t = useT();
  const format = useFormat();
  const { points, completeness, low, high, thin } = figure;
  const round = (value: number): string => format.number(Math.round(value));
  return (
    <>
      <div className={styles.head}>
        <span className={thin ? styles.hollow : styles.points}>{points === null ? NO_FIGURE : round(points)}</span>
        <div className={styles.facts}>
          <span>
            {thin ? <Tag tone="outlined">{t('attributes.mark.thin')}</Tag> : null}
            {t('attributes.card.known', { share: format.percent(completeness) })}
          </span>
          <RangeBar low={low} high={high} points={points} thin={thin} />
          <span className={styles.quiet}>
            {Math.round(low) === Math.round(high)
              ? t('attributes.card.settled')
              : t('attributes.card.range', { low: round(low), high: round(high) })}
          </span>
        </div>
      </div>
      {score.record ? <AttributeParts record={score.record} parts={score.parts} caps={score.caps} /> : null}
    </>
  );
}

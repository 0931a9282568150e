import { Suspense } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { partOf, type RecordPartProps } from '#renderer/platform/parts.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import styles from './Panel.module.css';

type Sum = OutputOf<typeof scoringContract.ofAccount>['sums'][number];

/** On an account's page: what its open deals are expected to bring by each win rate, and the other two scores. */
export function AccountRatesPart({ id }: RecordPartProps) {
  const t = useT();
  const rates = useOperationQuery(scoringContract.ofAccount, { id });
  const Attributes = partOf('account.attributeScore');
  const Behaviour = partOf('account.behaviourScore');
  return (
    <>
      <Card title={t('scoring.account.title')}>
        {rates.error ? (
          <ErrorState failure={rates.error.failure} onRetry={() => void rates.refetch()} />
        ) : !rates.data ? (
          <Skeleton rows={3} />
        ) : rates.data.sums.length === 0 ? (
          <p className={styles.quiet}>{t('scoring.account.none')}</p>
        ) : (
          rates.data.sums.map((sum) => <Rates key={sum.currency} accountId={id} sum={sum} />)
        )}
      </Card>
      <Suspense fallback={<Skeleton rows={2} />}>
        {/* Parts are made once, at the start; this only looks them up. */}
        {/* oxlint-disable-next-line react/static-components */}
        {Attributes ? <Attributes id={id} /> : null}
        {/* oxlint-disable-next-line react/static-components */}
        {Behaviour ? <Behaviour id={id} /> : null}
      </Suspense>
    </>
  );
}

function Rates({ accountId, sum }: { readonly accountId: string; readonly sum: Sum }) {
  const t = useT();
  const format = useFormat();
  const lines = [
    { key: 'stage', minor: sum.stageMinor, unrated: 0 },
    { key: 'own', minor: sum.ownMinor, unrated: sum.ownUnrated },
    { key: 'model', minor: sum.modelMinor, unrated: sum.modelUnrated },
  ] as const;
  const open = (search: object) => go(paths.pipeline({ view: 'list', process: 'all', accountId, ...search }));
  return (
    <>
      <p className={styles.total}>
        {t('scoring.account.deals', { count: sum.count, sum: format.money(sum.amountMinor, sum.currency) })}
      </p>
      <dl className={styles.sums}>
        {lines.map(({ key, minor, unrated }) => (
          <div key={key} className={styles.sum}>
            <dt>{t(`app.winRate.${key}`)}</dt>
            <dd>
              {unrated === 0 ? null : (
                <OpenFigure onOpen={() => open({ unrated: key })}>
                  {t('scoring.account.unrated', { count: unrated })}
                </OpenFigure>
              )}
            </dd>
            <dd>
              {unrated === sum.count ? <Amount minor={null} /> : <Amount minor={minor} currency={sum.currency} />}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

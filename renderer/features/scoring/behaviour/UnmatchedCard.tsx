import { Download } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import { AssignEvents } from './AssignEvents.tsx';
import styles from './BehaviourRulesPart.module.css';
import { downloadUnmatched, type UnmatchedEvent } from './downloadUnmatched.ts';
import { kindName } from './kindName.ts';

const STEP = 20;

/** 待认领的事件: whom files name but nobody here is; never dropped, to be assigned, dismissed or taken away as a file. */
export function UnmatchedCard() {
  const t = useT();
  const format = useFormat();
  const [limit, setLimit] = useState(STEP);
  const [assigned, setAssigned] = useState<UnmatchedEvent | null>(null);
  const list = useOperationQuery(behaviourContract.unmatched, { limit }, { keepPrevious: true });
  const dismiss = useOperationCommand(behaviourContract.dismiss, {
    undoLabel: ({ dismissed }) => t('behaviour.unmatched.dismissed', { count: dismissed }),
  });
  const { data } = list;
  const more = data ? Math.min(STEP, data.total - data.rows.length, 500 - limit) : 0;
  return (
    <Card
      title={t('behaviour.unmatched.title')}
      sub={data && data.total > 0 ? format.number(data.total) : undefined}
      more={
        data && data.total > 0 ? (
          <Button size="small" icon={Download} onClick={() => void downloadUnmatched(t, format)}>
            {t('behaviour.unmatched.download')}
          </Button>
        ) : undefined
      }
      flush
    >
      {list.error ? (
        <ErrorState failure={list.error.failure} onRetry={() => void list.refetch()} />
      ) : !data ? (
        <div className={styles.about}>
          <Skeleton rows={2} />
        </div>
      ) : data.total === 0 ? (
        <p className={styles.about}>{t('behaviour.unmatched.none')}</p>
      ) : (
        <>
          <p className={styles.about}>{t('behaviour.unmatched.sub')}</p>
          <Table
            caption={t('behaviour.unmatched.title')}
            rows={data.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'who',
                title: t('behaviour.unmatched.who'),
                cell: ({ who }) => <span className={styles.who}>{format.list(Object.values(who)) || '–'}</span>,
              },
              {
                key: 'event',
                title: t('behaviour.unmatched.event'),
                cell: ({ kind, detail }) => (
                  <span className={styles.who}>{[kindName(t, kind), detail].filter(Boolean).join(' ')}</span>
                ),
              },
              {
                key: 'why',
                title: t('behaviour.unmatched.why'),
                width: 168,
                cell: ({ reason }) => t(`behaviour.unmatched.${reason}`),
              },
              {
                key: 'when',
                title: t('behaviour.unmatched.when'),
                align: 'end',
                width: 88,
                cell: ({ at }) => <DateText at={at} />,
              },
              {
                key: 'do',
                title: t('behaviour.unmatched.assign'),
                hideTitle: true,
                align: 'end',
                width: 148,
                cell: (event) => (
                  <span className={styles.buttons}>
                    <Button size="small" onClick={() => setAssigned(event)}>
                      {t('behaviour.unmatched.assign')}
                    </Button>
                    <Button size="small" tone="quiet" onClick={() => void dismiss.run({ ids: [event.id] })}>
                      {t('behaviour.unmatched.dismiss')}
                    </Button>
                  </span>
                ),
              },
            ]}
          />
          {more > 0 ? (
            <div className={styles.foot}>
              <Button tone="quiet" size="small" onClick={() => setLimit(limit + more)} busy={list.isFetching}>
                {t('behaviour.unmatched.more', { count: more })}
              </Button>
            </div>
          ) : null}
        </>
      )}
      {assigned ? <AssignEvents event={assigned} onClose={() => setAssigned(null)} /> : null}
    </Card>
  );
}

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { funnelContract } from '#shared/contract/funnel.contract.ts';
import type { InputOf } from '#shared/contract/operation.ts';
import styles from './FunnelRowsDrawer.module.css';

/** A figure of the funnel that was opened. */
export interface OpenedFigure {
  readonly stageId: string;
  readonly stageName: string;
  readonly which: InputOf<typeof funnelContract.rows>['which'];
  readonly count: number;
}

interface FunnelRowsDrawerProps {
  readonly filter: InputOf<typeof funnelContract.get>;
  readonly figure: OpenedFigure;
  readonly onClose: () => void;
}

const SHOWN = 500;

/** The deals behind one figure; each leads to its page. */
export function FunnelRowsDrawer({ filter, figure, onClose }: FunnelRowsDrawerProps) {
  const t = useT();
  const format = useFormat();
  const { stageId, stageName, which } = figure;
  const { data, error, refetch } = useOperationQuery(funnelContract.rows, { ...filter, stageId, which, limit: SHOWN });
  const title = t('analytics.rows.title', { stage: stageName, what: t(`analytics.rows.${which}`) });
  return (
    <Drawer title={title} open onClose={onClose} width={760}>
      {error ? (
        <ErrorState failure={error.failure} onRetry={() => void refetch()} />
      ) : data ? (
        <div className={styles.rows}>
          <p className={styles.total}>
            {t(data.total > SHOWN ? 'analytics.rows.first' : 'analytics.rows.total', {
              total: format.number(data.total),
              shown: String(SHOWN),
            })}
          </p>
          <Table
            caption={title}
            rows={data.rows}
            rowKey={({ id }) => id}
            rowTo={({ id }) => paths.deal(id)}
            columns={[
              {
                key: 'name',
                title: t('fields.opportunity.name'),
                cell: ({ name }) => <span className={styles.long}>{name}</span>,
              },
              {
                key: 'account',
                title: t('fields.opportunity.accountId'),
                cell: ({ accountName }) => <span className={styles.long}>{accountName}</span>,
              },
              { key: 'owner', title: t('fields.opportunity.ownerId'), width: 80, cell: ({ ownerName }) => ownerName },
              { key: 'stage', title: t('fields.opportunity.stageId'), width: 100, cell: ({ stageName: now }) => now },
              {
                key: 'amount',
                title: t('fields.opportunity.amountMinor'),
                align: 'end',
                width: 100,
                cell: ({ amountMinor, currency }) => <Amount minor={amountMinor} currency={currency} />,
              },
              {
                key: 'entered',
                title: t('analytics.rows.enteredOn'),
                align: 'end',
                width: 110,
                cell: ({ enteredOn }) => <DateText day={enteredOn} />,
              },
              {
                key: 'days',
                title: t('analytics.rows.days'),
                align: 'end',
                width: 70,
                cell: ({ days }) => format.days(days),
              },
            ]}
          />
        </div>
      ) : (
        <Skeleton rows={8} />
      )}
    </Drawer>
  );
}

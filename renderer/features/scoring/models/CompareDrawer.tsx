import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { pathOfRecord } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { type ModelVersion, scoreModelContract } from '#shared/contract/scoreModel.contract.ts';
import styles from './CompareDrawer.module.css';
import { versionName } from './modelWords.ts';

/** The version in use and the one that might follow it. */
export interface ComparedPair {
  readonly a: Pick<ModelVersion, 'id' | 'version' | 'kind'>;
  readonly b: Pick<ModelVersion, 'id' | 'version' | 'kind'>;
}

interface CompareDrawerProps {
  readonly pair: ComparedPair;
  readonly onClose: () => void;
}

/** Which open records would get another figure, the weightiest first, and what becomes of the expected amount. */
export function CompareDrawer({ pair: { a, b }, onClose }: CompareDrawerProps) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useOperationQuery(scoreModelContract.compare, { a: a.id, b: b.id });
  const activate = useOperationCommand(scoreModelContract.activate, {
    undoLabel: ({ version }) => t('scoreModels.activate.done', { version }),
    onSuccess: onClose,
  });
  const title = t('scoreModels.compare.title', { a: versionName(a, t), b: versionName(b, t) });
  return (
    <Drawer
      title={title}
      open
      onClose={onClose}
      width={760}
      extra={
        <Button size="small" tone="primary" busy={activate.pending} onClick={() => void activate.run({ id: b.id })}>
          {t('scoreModels.activate.named', { name: versionName(b, t) })}
        </Button>
      }
    >
      {error ? (
        <ErrorState failure={error.failure} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={6} />
      ) : (
        <>
          <p className={styles.sum}>
            {t(`scoreModels.compare.moved.${a.kind}`, {
              records: format.number(data.records),
              moved: format.number(data.moved),
              raised: format.number(data.raised),
              lowered: format.number(data.lowered),
            })}
          </p>
          {a.kind === 'deal' ? (
            <p className={styles.sum}>
              {t('scoreModels.compare.expected', {
                a: format.money(data.expectedA),
                b: format.money(data.expectedB),
                change: signed(data.expectedB - data.expectedA, format.money),
              })}
            </p>
          ) : null}
          {data.moved > data.rows.length ? (
            <p className={styles.quiet}>{t('scoreModels.compare.first', { count: format.number(data.rows.length) })}</p>
          ) : null}
          <Table
            density="twoLine"
            caption={title}
            rows={data.rows}
            rowKey={({ id }) => id}
            whenEmpty={t('scoreModels.compare.none')}
            columns={[
              {
                key: 'name',
                title: t(`scoreModels.compare.record.${a.kind}`),
                cell: ({ id, name, accountName, ownerName }) => (
                  <>
                    <Link to={pathOfRecord(a.kind === 'deal' ? 'opportunity' : 'lead', id)}>{name}</Link>
                    <span className={styles.second}>
                      {format.list([accountName, ownerName].filter((word) => word !== ''))}
                    </span>
                  </>
                ),
              },
              ...(a.kind === 'deal'
                ? [
                    {
                      key: 'amount',
                      title: t('scoreModels.compare.amount'),
                      align: 'end' as const,
                      cell: ({ amountMinor }: { readonly amountMinor: number | null }) =>
                        amountMinor === null ? '—' : <Amount minor={amountMinor} />,
                    },
                  ]
                : []),
              { key: 'a', title: versionName(a, t), align: 'end', cell: (row) => format.percent(row.a) },
              { key: 'b', title: versionName(b, t), align: 'end', cell: (row) => format.percent(row.b) },
              {
                key: 'change',
                title: t('scoreModels.compare.change'),
                align: 'end',
                cell: (row) => (
                  <span className={row.b > row.a ? styles.up : styles.down}>
                    {row.b > row.a ? '▲' : '▼'}{' '}
                    {t('scoreModels.compare.points', { points: format.number(Math.abs(row.b - row.a) * 100) })}
                  </span>
                ),
              },
            ]}
          />
        </>
      )}
    </Drawer>
  );
}

const signed = (value: number, money: (minor: number) => string): string =>
  value === 0 ? money(0) : `${value > 0 ? '+' : '−'}${money(Math.abs(value))}`;

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { useToday } from '#renderer/platform/region.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { TooFewTag } from '#renderer/ui/TooFewTag.tsx';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './LeadRate.module.css';
import { type LeadsSearch, NOBODY } from './leadsSearch.ts';
import { RateBar } from './RateBar.tsx';

interface LeadRateCardProps {
  readonly search: LeadsSearch;
  readonly onSearch: (patch: Partial<LeadsSearch>, options?: { readonly replace?: boolean }) => void;
}

/** Lead-to-opportunity rate by source or owner, with its doubt; every figure opens its leads. */
export function LeadRateCard({ search, onSearch }: LeadRateCardProps) {
  const t = useT();
  const format = useFormat();
  const today = useToday();
  const from =
    search.from ?? `${Number(today.slice(0, 4)) - 1}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`;
  const to = search.to ?? today;
  const { by } = search;
  const rate = useOperationQuery(leadContract.rate, { by, createdFrom: from, createdTo: to }, { keepPrevious: true });
  const open = (key: string | null, status?: LeadsSearch['status']) =>
    onSearch({
      view: 'all',
      from,
      to,
      status,
      text: undefined,
      source: by === 'source' ? (key ?? '') : undefined,
      owner: by === 'owner' ? (key ?? NOBODY) : undefined,
    });
  return (
    <Card
      title={t('leads.rate.title')}
      sub={t('leads.rate.rule')}
      more={<RateControls by={by} from={from} to={to} onChange={(patch) => onSearch(patch, { replace: true })} />}
      flush
    >
      {rate.error ? (
        <ErrorState failure={rate.error.failure} onRetry={() => void rate.refetch()} />
      ) : !rate.data ? (
        <Skeleton rows={6} />
      ) : (
        <Table
          caption={t('leads.rate.title')}
          rows={rate.data.rows}
          rowKey={({ key }) => key ?? NOBODY}
          whenEmpty={<EmptyState title={t('leads.rate.none')} detail={t('leads.rate.noneHint')} />}
          columns={[
            {
              key: 'name',
              title: t(by === 'source' ? 'fields.lead.source' : 'fields.lead.ownerId'),
              cell: (row) => row.name || t(by === 'source' ? 'leads.filter.noSource' : 'leads.filter.nobody'),
            },
            {
              key: 'leads',
              title: t('leads.rate.leads'),
              align: 'end',
              width: 90,
              cell: (row) => <OpenFigure onOpen={() => open(row.key)}>{format.number(row.leads)}</OpenFigure>,
            },
            {
              key: 'converted',
              title: t('leads.status.converted'),
              align: 'end',
              width: 100,
              cell: (row) => (
                <OpenFigure onOpen={() => open(row.key, 'converted')}>{format.number(row.converted)}</OpenFigure>
              ),
            },
            {
              key: 'disqualified',
              title: t('leads.status.disqualified'),
              align: 'end',
              width: 100,
              cell: (row) => (
                <OpenFigure onOpen={() => open(row.key, 'disqualified')}>{format.number(row.disqualified)}</OpenFigure>
              ),
            },
            {
              key: 'open',
              title: t('leads.rate.open'),
              align: 'end',
              width: 90,
              cell: (row) => <OpenFigure onOpen={() => open(row.key, 'open')}>{format.number(row.open)}</OpenFigure>,
            },
            {
              key: 'rate',
              title: t('leads.rate.rate'),
              align: 'end',
              width: 80,
              cell: (row) => (row.leads === 0 ? NO_FIGURE : format.percent(row.converted / row.leads)),
            },
            { key: 'bar', title: t('leads.rate.interval'), width: 250, cell: (row) => <RateBar row={row} /> },
            {
              key: 'enough',
              title: t('leads.rate.sample'),
              width: 150,
              cell: (row) => (row.tooFew ? <TooFewTag count={row.leads} needed={rate.data.enough} /> : null),
            },
          ]}
        />
      )}
    </Card>
  );
}

interface RateControlsProps {
  readonly by: LeadsSearch['by'];
  readonly from: string;
  readonly to: string;
  readonly onChange: (patch: Partial<LeadsSearch>) => void;
}

/** By what, and over which days of creation. */
function RateControls({ by, from, to, onChange }: RateControlsProps) {
  const t = useT();
  return (
    <span className={styles.controls}>
      <Segmented
        size="small"
        label={t('leads.rate.by')}
        value={by}
        options={[
          { value: 'source', label: t('fields.lead.source') },
          { value: 'owner', label: t('fields.lead.ownerId') },
        ]}
        onChange={(next) => onChange({ by: next })}
      />
      <span className={styles.day}>
        <DateInput
          size="small"
          aria-label={t('leads.filter.from')}
          value={from}
          onChange={(day) => onChange({ from: day ?? undefined })}
        />
      </span>
      <span aria-hidden>–</span>
      <span className={styles.day}>
        <DateInput
          size="small"
          aria-label={t('leads.filter.to')}
          value={to}
          onChange={(day) => onChange({ to: day ?? undefined })}
        />
      </span>
    </span>
  );
}

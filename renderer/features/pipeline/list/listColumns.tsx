import type { GridColumn } from '#renderer/adapters/grid/DataGrid.tsx';
import type { Format } from '#renderer/platform/format.ts';
import { paths } from '#renderer/platform/paths.ts';
import { C139Chip } from '#renderer/ui/C139Chip.tsx';
import { Light } from '#renderer/ui/Light.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import type { ListRow, Stage } from '#shared/contract/pipeline.contract.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import type { MoneyScale } from '#shared/i18n/formatMoney.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { nextStepOf } from '../cardTexts.ts';
import { RowCheck } from './RowCheck.tsx';
import styles from './ListView.module.css';

interface Surroundings {
  readonly t: Translate;
  readonly format: Format;
  readonly today: string;
  readonly stageOf: (row: ListRow) => Stage | undefined;
  /** One unit for the whole column of amounts. */
  readonly scale: MoneyScale | undefined;
  /** Words of the head are longer than Chinese ones. */
  readonly wordy: boolean;
  readonly onCheck: (row: ListRow, range: boolean) => void;
}

/** Columns of the list, in order. Those with a `sortBy` of the contract can be sorted. */
export function listColumns(around: Surroundings): readonly GridColumn<ListRow>[] {
  const { t, stageOf, onCheck } = around;
  return [
    {
      key: 'check',
      title: t('pipeline.list.select'),
      titleHidden: true,
      width: 40,
      pinned: true,
      cell: (row) => <RowCheck row={row} onCheck={onCheck} />,
    },
    {
      key: 'name',
      title: t('fields.opportunity.name'),
      sortable: true,
      width: 170,
      flex: 2,
      pinned: true,
      cell: (row) => (
        <Link className={styles.name} to={paths.deal(row.id)} tabIndex={-1}>
          {row.name}
        </Link>
      ),
    },
    {
      key: 'account',
      title: t('fields.opportunity.accountId'),
      sortable: true,
      width: 130,
      flex: 1,
      text: (row) => row.account?.name ?? '',
    },
    {
      key: 'owner',
      title: t('fields.opportunity.ownerId'),
      sortable: true,
      width: 76,
      text: (row) => row.owner?.name ?? '',
    },
    {
      key: 'stage',
      title: t('fields.opportunity.stageId'),
      sortable: true,
      width: 104,
      cell: (row) => {
        const stage = stageOf(row);
        return stage ? <StageTag name={row.stageName} stageClass={stage.stageClass} /> : row.stageName;
      },
    },
    ...figureColumns(around),
    ...furtherColumns(around),
  ];
}

/** Amount, date and the three win rates. */
function figureColumns({ t, format, scale, wordy }: Surroundings): readonly GridColumn<ListRow>[] {
  const rate = (share: number | null) => (share === null ? NO_FIGURE : format.percent(share));
  return [
    {
      key: 'amount',
      title: t('fields.opportunity.amountMinor'),
      sortable: true,
      align: 'end',
      width: 92,
      text: (row) => (row.amountMinor === null ? NO_FIGURE : format.money(row.amountMinor, row.currency, scale)),
    },
    {
      key: 'expectedClose',
      title: t('fields.opportunity.expectedClose'),
      sortable: true,
      align: 'end',
      width: wordy ? 132 : 126,
      text: (row) => (row.expectedClose === null ? NO_FIGURE : format.day(row.expectedClose)),
    },
    {
      key: 'stageRate',
      title: t('app.winRate.stage'),
      align: 'end',
      width: wordy ? 66 : 54,
      text: (row) => rate(row.stageWinRate),
    },
    {
      key: 'ownRate',
      title: t('app.winRate.own'),
      align: 'end',
      width: wordy ? 66 : 54,
      text: (row) => rate(row.ownWinRate),
    },
    {
      key: 'modelRate',
      title: t('app.winRate.model'),
      align: 'end',
      width: wordy ? 66 : 54,
      text: (row) => rate(row.modelWinRate),
    },
  ];
}

/** How it stands, and where it came from. */
function furtherColumns({ t, format, today, stageOf }: Surroundings): readonly GridColumn<ListRow>[] {
  return [
    {
      key: 'stageAge',
      title: t('pipeline.list.stageAge'),
      sortable: true,
      width: 138,
      cell: (row) => (
        <span className={styles.age}>
          {format.instantDay(row.stageEnteredAt)}
          {row.daysOver === null ? null : <StallTag daysOver={row.daysOver} stall={row.stall} />}
        </span>
      ),
    },
    {
      key: 'next',
      title: t('fields.opportunity.nextStep'),
      width: 150,
      flex: 1,
      cell: (row) => {
        const next = nextStepOf(row.next, today, t, format);
        return (
          <span className={styles.next}>
            <Light state={next.light} silent />
            <span className={next.light === 'overdue' ? styles.overdue : undefined}>{next.text}</span>
          </span>
        );
      },
    },
    {
      key: 'c139',
      title: t('pipeline.list.c139'),
      width: 108,
      cell: (row) => (row.c139 ? <C139Chip {...row.c139} coloured={stageOf(row)?.requiresC139 ?? false} /> : NO_FIGURE),
    },
    { key: 'source', title: t('fields.opportunity.source'), width: 110, text: (row) => row.source },
    {
      key: 'created',
      title: t('pipeline.list.created'),
      sortable: true,
      align: 'end',
      width: 116,
      text: (row) => format.instantDay(row.createdAt),
    },
  ];
}

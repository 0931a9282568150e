import type { GridColumn } from '#renderer/adapters/grid/DataGrid.tsx';
import type { Format } from '#renderer/platform/format.ts';
import { paths } from '#renderer/platform/paths.ts';
import { AttributeMark } from '#renderer/ui/AttributeMark.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import type { LeadRow } from '#shared/contract/lead.contract.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { BehaviourFigure } from './BehaviourFigure.tsx';
import { HoldingBar } from './HoldingBar.tsx';
import { LeadCheck } from './LeadCheck.tsx';
import styles from './LeadsScreen.module.css';
import type { LeadsSearch } from './leadsSearch.ts';
import { StatusTag } from './StatusTag.tsx';
import { reasonWord } from './reasonWord.ts';

interface Surroundings {
  readonly t: Translate;
  readonly format: Format;
  readonly view: LeadsSearch['view'];
  readonly onCheck: (row: LeadRow, range: boolean) => void;
}

/** Columns of the inbox; what a view cannot have (an owner in the pool, a holding time of what is over) is left out. */
export function leadColumns({ t, format, view, onCheck }: Surroundings): readonly GridColumn<LeadRow>[] {
  const columns: readonly (GridColumn<LeadRow> & { readonly views?: readonly LeadsSearch['view'][] })[] = [
    {
      key: 'check',
      title: t('leads.list.select'),
      titleHidden: true,
      width: 40,
      pinned: true,
      cell: (row) => <LeadCheck row={row} onCheck={onCheck} />,
    },
    {
      key: 'company',
      title: t('fields.lead.company'),
      sortable: true,
      width: 200,
      flex: 2,
      pinned: true,
      cell: (row) => (
        <Link className={styles.name} to={paths.lead(row.id)} tabIndex={-1}>
          {row.company || row.personName}
        </Link>
      ),
    },
    {
      key: 'person',
      title: t('fields.lead.personName'),
      width: 140,
      flex: 1,
      cell: (row) => (
        <span className={styles.person}>
          {row.personName || NO_FIGURE}
          {row.title === '' ? null : <span className={styles.quiet}>{row.title}</span>}
        </span>
      ),
    },
    { key: 'need', title: t('fields.lead.need'), width: 200, flex: 2, text: (row) => row.need || NO_FIGURE },
    { key: 'source', title: t('fields.lead.source'), width: 100, text: (row) => row.source || NO_FIGURE },
    {
      key: 'status',
      title: t('fields.lead.status'),
      width: 96,
      views: ['mine', 'all'],
      cell: (row) => <StatusTag status={row.status} />,
    },
    {
      key: 'reason',
      title: t('fields.lead.reasonCode'),
      width: 120,
      views: ['pool', 'disqualified'],
      text: (row) => reasonWord(t, row.reasonCode),
    },
    {
      key: 'owner',
      title: t('fields.lead.ownerId'),
      width: 84,
      views: ['all', 'converted', 'disqualified'],
      text: (row) => row.owner?.name ?? NO_FIGURE,
    },
    {
      key: 'attribute',
      title: t('leads.list.attribute'),
      sortable: true,
      align: 'end',
      width: 76,
      views: ['mine', 'all', 'pool'],
      cell: (row) => <AttributeMark mark={row.attribute} />,
    },
    {
      key: 'behaviour',
      title: t('leads.list.behaviour'),
      align: 'end',
      width: 84,
      views: ['mine', 'all', 'pool'],
      cell: (row) => <BehaviourFigure behaviour={row.behaviour} />,
    },
    {
      key: 'recycled',
      title: t('leads.list.recycled'),
      align: 'end',
      width: 84,
      views: ['pool'],
      text: (row) => String(row.recycled),
    },
    {
      key: 'created',
      title: t('leads.list.created'),
      sortable: true,
      align: 'end',
      width: 104,
      text: (row) => format.instantDay(row.createdAt),
    },
    {
      key: 'holding',
      title: t('leads.list.holding'),
      sortable: true,
      width: 148,
      views: ['mine', 'all'],
      cell: (row) => <HoldingBar holding={row.holding} />,
    },
  ];
  return columns.filter(({ views }) => views === undefined || views.includes(view));
}

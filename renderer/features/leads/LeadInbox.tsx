import { Inbox, Plus } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { DataGrid, type RowSource } from '#renderer/adapters/grid/DataGrid.tsx';
import { failureOf, showFailure } from '#renderer/platform/failure.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { ask, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { leadContract, type LeadRow } from '#shared/contract/lead.contract.ts';
import { leadColumns } from './leadColumns.tsx';
import styles from './LeadsScreen.module.css';
import { type LeadsSearch, listInput } from './leadsSearch.ts';
import { focusLead, leadStore, openLeadDialog, selectLeadsTo, toggleLead } from './leadStore.ts';

interface LeadInboxProps {
  readonly search: LeadsSearch;
  readonly onSearch: (patch: Partial<LeadsSearch>, options?: { readonly replace?: boolean }) => void;
  /** There is no lead at all. */
  readonly isEmptyRoom: boolean;
}

/** The inbox as a grid: any number of rows, sorted and cut by the core. */
export function LeadInbox({ search, onSearch, isEmptyRoom }: LeadInboxProps) {
  const t = useT();
  const format = useFormat();
  const { view, text, owner, source, status, surging, from, to, sort, ascending, by } = search;
  // A new object per change of the address would make the grid begin again.
  const input = useMemo(
    () => listInput({ view, text, owner, source, status, surging, from, to, sort, ascending, by }),
    [view, text, owner, source, status, surging, from, to, sort, ascending, by],
  );
  const head = useOperationQuery(leadContract.list, { ...input, limit: 1 }, { keepPrevious: true });
  const chosen = leadStore((state) => state.chosen);
  const [seen] = useState(() => new Map<number, LeadRow>());
  const rows = useCallback<RowSource<LeadRow>>(
    async ({ offset, limit, sortBy, descending }) => {
      const answer = await ask(leadContract.list, {
        ...input,
        ...(sortBy === null ? {} : { sortBy: sortBy as LeadsSearch['sort'], descending }),
        offset,
        limit,
      });
      if (offset === 0) seen.clear();
      answer.rows.forEach((row, index) => seen.set(offset + index, row));
      return answer;
    },
    [input, seen],
  );
  const check = useCallback(
    (row: LeadRow, range: boolean) => {
      const order = [...seen].toSorted(([a], [b]) => a - b).map(([, one]) => one);
      if (range) selectLeadsTo(row, order);
      else toggleLead(row);
    },
    [seen],
  );
  const columns = useMemo(() => leadColumns({ t, format, view, onCheck: check }), [t, format, view, check]);
  const order = useMemo(() => ({ by: sort, descending: ascending !== true }), [sort, ascending]);
  const failed = useCallback((thrown: unknown) => showFailure(failureOf(thrown)), []);
  if (head.error) return <ErrorState failure={head.error.failure} onRetry={() => void head.refetch()} />;
  if (!head.data) return <Skeleton rows={10} />;
  if (head.data.total === 0) return <NoLeads isEmptyRoom={isEmptyRoom} search={search} />;
  return (
    <div className={styles.grid}>
      <DataGrid<LeadRow>
        label={t('leads.list.label')}
        columns={columns}
        source={rows}
        version={head.dataUpdatedAt}
        rowId={({ id }) => id}
        sort={order}
        onSort={(next, descending) =>
          onSearch({ sort: next as LeadsSearch['sort'], ascending: descending ? undefined : true }, { replace: true })
        }
        isSelected={({ id }) => chosen.has(id)}
        selection={chosen}
        onFocusRow={focusLead}
        onKey={(row, event) => {
          if (event.key !== 'Enter') return false;
          go(paths.lead(row.id));
          return true;
        }}
        onFailure={failed}
      />
    </div>
  );
}

function NoLeads({ isEmptyRoom, search }: { readonly isEmptyRoom: boolean; readonly search: LeadsSearch }) {
  const t = useT();
  if (isEmptyRoom) {
    return (
      <EmptyState icon={Inbox} title={t('leads.empty.title')} detail={t('leads.empty.detail')}>
        <Button tone="primary" icon={Plus} onClick={() => openLeadDialog('new', [])}>
          {t('leads.add.button')}
        </Button>
        <Link className={styles.importLink} to={paths.imports()}>
          {t('leads.empty.import')}
        </Link>
      </EmptyState>
    );
  }
  const filtered = Boolean(
    search.text ||
    search.owner ||
    search.source !== undefined ||
    search.status ||
    search.surging ||
    search.from ||
    search.to,
  );
  const key = filtered || search.view === 'rate' ? 'filtered' : search.view;
  return <EmptyState icon={Inbox} title={t(`leads.none.${key}`)} detail={t(`leads.none.${key}Hint`)} />;
}

import { Building2, Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { AttributeMark } from '#renderer/ui/AttributeMark.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table, type TableColumn } from '#renderer/ui/Table.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { accountContract, type AccountRow } from '#shared/contract/account.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import styles from './AccountsScreen.module.css';
import { type AccountListSearch, parseListSearch } from './accountsSearch.ts';
import { NewAccountDialog } from './NewAccountDialog.tsx';
import { Pager } from './Pager.tsx';

const PAGE_ROWS = 50;
const sorts = ['openAmount', 'attribute', 'lastTouch', 'name', 'created'] as const;

/** 客户: every account with its open money and the last touch; sorted and paged by the core. */
export function AccountsScreen() {
  const t = useT();
  const [search, setSearch] = useSearchState(parseListSearch);
  const [adding, setAdding] = useState(false);
  const { data, error, refetch } = useOperationQuery(
    accountContract.list,
    {
      ...(search.text ? { text: search.text } : {}),
      ...(search.owner ? { ownerIds: [search.owner] } : {}),
      ...(search.industry ? { industry: search.industry } : {}),
      sortBy: search.sort,
      descending: search.sort !== 'name',
      offset: search.page * PAGE_ROWS,
      limit: PAGE_ROWS,
    },
    { keepPrevious: true },
  );
  const filtered = Boolean(search.text || search.owner || search.industry);
  return (
    <>
      <PageBar title={t('accounts.page.title')}>
        <Button icon={Plus} onClick={() => setAdding(true)}>
          {t('accounts.add.button')}
        </Button>
      </PageBar>
      <Filters
        search={search}
        industries={data?.industries ?? []}
        onChange={(patch) => setSearch({ page: 0, ...patch }, { replace: true })}
        total={data?.total ?? null}
      />
      <div className={styles.body}>
        {error ? (
          <ErrorState failure={error.failure} onRetry={() => void refetch()} />
        ) : data ? (
          <Card flush>
            <Table
              caption={t('accounts.page.title')}
              rows={data.rows}
              rowKey={({ id }) => id}
              rowTo={({ id }) => paths.account(id)}
              columns={columns(t)}
              whenEmpty={
                <EmptyState
                  icon={Building2}
                  title={t(filtered ? 'accounts.empty.filtered' : 'accounts.empty.title')}
                  detail={t(filtered ? 'accounts.empty.filteredHint' : 'accounts.empty.detail')}
                >
                  {filtered ? null : (
                    <Button tone="primary" onClick={() => setAdding(true)}>
                      {t('accounts.add.button')}
                    </Button>
                  )}
                </EmptyState>
              }
            />
            <Pager page={search.page} size={PAGE_ROWS} total={data.total} onPage={(page) => setSearch({ page })} />
          </Card>
        ) : (
          <Skeleton rows={10} />
        )}
      </div>
      {adding ? <NewAccountDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

interface FiltersProps {
  readonly search: AccountListSearch;
  readonly industries: readonly string[];
  readonly total: number | null;
  readonly onChange: (patch: Partial<AccountListSearch>) => void;
}

function Filters({ search, industries, total, onChange }: FiltersProps) {
  const t = useT();
  const members = useOperationQuery(settingsContract.members, {});
  return (
    <FilterBar totals={total === null ? null : t('accounts.list.total', { count: total })}>
      <span className={styles.search}>
        <TextInput
          size="small"
          value={search.text ?? ''}
          maxLength={200}
          aria-label={t('accounts.filter.text')}
          placeholder={t('accounts.filter.text')}
          onChange={(text) => onChange({ text: text === '' ? undefined : text })}
        />
      </span>
      <span className={styles.choice}>
        <Select
          size="small"
          clearable
          aria-label={t('fields.account.ownerId')}
          placeholder={t('accounts.filter.owner')}
          value={search.owner ?? null}
          options={(members.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(owner) => onChange({ owner: owner ?? undefined })}
        />
      </span>
      <span className={styles.choice}>
        <Select
          size="small"
          clearable
          aria-label={t('fields.account.industry')}
          placeholder={t('accounts.filter.industry')}
          value={search.industry ?? null}
          options={industries.map((industry) => ({ value: industry, label: industry }))}
          onChange={(industry) => onChange({ industry: industry ?? undefined })}
        />
      </span>
      <span className={styles.choice}>
        <Select
          size="small"
          aria-label={t('accounts.sort.label')}
          value={search.sort}
          options={sorts.map((value) => ({ value, label: t(`accounts.sort.${value}`) }))}
          onChange={(value) => onChange({ sort: sorts.find((sort) => sort === value) ?? 'openAmount' })}
        />
      </span>
    </FilterBar>
  );
}

function columns(t: Translate): readonly TableColumn<AccountRow>[] {
  return [
    { key: 'name', title: t('fields.account.name'), cell: ({ name }) => <b className={styles.name}>{name}</b> },
    { key: 'industry', title: t('fields.account.industry'), width: 120, cell: ({ industry }) => industry },
    { key: 'grade', title: t('fields.account.grade'), width: 100, cell: ({ grade }) => grade },
    {
      key: 'attribute',
      title: t('accounts.list.attribute'),
      width: 70,
      align: 'end',
      cell: ({ attribute }) => <AttributeMark mark={attribute} />,
    },
    { key: 'city', title: t('fields.account.city'), width: 90, cell: ({ city }) => city },
    { key: 'owner', title: t('fields.account.ownerId'), width: 90, cell: ({ owner }) => owner?.name ?? '' },
    { key: 'deals', title: t('accounts.list.openDeals'), width: 80, align: 'end', cell: ({ openDeals }) => openDeals },
    {
      key: 'open',
      title: t('accounts.list.openAmount'),
      width: 120,
      align: 'end',
      cell: ({ openAmountMinor }) => <Amount minor={openAmountMinor === 0 ? null : openAmountMinor} />,
    },
    {
      key: 'won',
      title: t('accounts.list.wonAmount'),
      width: 120,
      align: 'end',
      cell: ({ wonAmountMinor }) => <Amount minor={wonAmountMinor === 0 ? null : wonAmountMinor} />,
    },
    {
      key: 'touch',
      title: t('accounts.list.lastTouch'),
      width: 110,
      align: 'end',
      cell: ({ lastTouchAt }) => <DateText at={lastTouchAt} />,
    },
  ];
}

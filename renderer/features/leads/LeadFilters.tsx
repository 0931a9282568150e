import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import styles from './LeadsScreen.module.css';
import { leadStatusFilters, type LeadsSearch, listInput, NOBODY } from './leadsSearch.ts';

interface LeadFiltersProps {
  readonly search: LeadsSearch;
  readonly sources: readonly string[];
  readonly onChange: (patch: Partial<LeadsSearch>, options?: { readonly replace?: boolean }) => void;
}

/** Filters of the inbox; all of them live in the address. */
export function LeadFilters({ search, sources, onChange }: LeadFiltersProps) {
  const t = useT();
  const members = useOperationQuery(settingsContract.members, {});
  const found = useOperationQuery(leadContract.list, { ...listInput(search), limit: 1 }, { keepPrevious: true });
  const change = (patch: Partial<LeadsSearch>) => onChange(patch, { replace: true });
  const owners = [
    ...(members.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: NOBODY, label: t('leads.filter.nobody') },
  ];
  return (
    <FilterBar totals={found.data ? t('leads.list.total', { count: found.data.total }) : null}>
      <span className={styles.search}>
        <TextInput
          size="small"
          value={search.text ?? ''}
          maxLength={200}
          aria-label={t('leads.filter.text')}
          placeholder={t('leads.filter.text')}
          onChange={(text) => change({ text: text === '' ? undefined : text })}
        />
      </span>
      {search.view === 'mine' || search.view === 'pool' ? null : (
        <span className={styles.choice}>
          <Select
            size="small"
            clearable
            aria-label={t('fields.lead.ownerId')}
            placeholder={t('leads.filter.owner')}
            value={search.owner ?? null}
            options={owners}
            onChange={(owner) => change({ owner: owner ?? undefined })}
          />
        </span>
      )}
      <span className={styles.choice}>
        <Select
          size="small"
          clearable
          aria-label={t('fields.lead.source')}
          placeholder={t('leads.filter.source')}
          value={search.source ?? null}
          options={[
            ...sources.map((source) => ({ value: source, label: source })),
            ...(search.source === '' ? [{ value: '', label: t('leads.filter.noSource') }] : []),
          ]}
          onChange={(source) => change({ source: source ?? undefined })}
        />
      </span>
      {search.view === 'all' ? (
        <span className={styles.choice}>
          <Select
            size="small"
            clearable
            aria-label={t('fields.lead.status')}
            placeholder={t('leads.filter.status')}
            value={search.status ?? null}
            options={leadStatusFilters.map((status) => ({ value: status, label: t(`leads.status.${status}`) }))}
            onChange={(chosen) => change({ status: leadStatusFilters.find((status) => status === chosen) })}
          />
        </span>
      ) : null}
      {search.view === 'converted' || search.view === 'disqualified' ? null : (
        <Checkbox checked={search.surging === true} onChange={(on) => change({ surging: on ? true : undefined })}>
          {t('leads.filter.surging')}
        </Checkbox>
      )}
      {search.from || search.to ? <CreatedWindow search={search} onChange={change} /> : null}
    </FilterBar>
  );
}

/** The days of creation that a figure was opened with. */
function CreatedWindow({ search, onChange }: Pick<LeadFiltersProps, 'search' | 'onChange'>) {
  const t = useT();
  return (
    <>
      <span className={styles.choice}>
        <DateInput
          size="small"
          aria-label={t('leads.filter.from')}
          placeholder={t('leads.filter.from')}
          value={search.from ?? null}
          onChange={(from) => onChange({ from: from ?? undefined })}
        />
      </span>
      <span className={styles.choice}>
        <DateInput
          size="small"
          aria-label={t('leads.filter.to')}
          placeholder={t('leads.filter.to')}
          value={search.to ?? null}
          onChange={(to) => onChange({ to: to ?? undefined })}
        />
      </span>
    </>
  );
}

import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Process } from '#shared/contract/pipeline.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { isoDate } from '#shared/lib/time.ts';
import styles from './AnalyticsScreen.module.css';
import type { AnalyticsSearch } from './analyticsSearch.ts';

interface AnalyticsFiltersProps {
  readonly search: AnalyticsSearch;
  readonly shown: { readonly from: string; readonly to: string };
  readonly processes: readonly Process[];
  readonly processId: string | null;
  readonly onChange: (patch: Partial<AnalyticsSearch>) => void;
}

/** Process, owner and window of entry; the counting rule stands beside them. */
export function AnalyticsFilters({ search, shown, processes, processId, onChange }: AnalyticsFiltersProps) {
  const t = useT();
  const members = useOperationQuery(settingsContract.members, {});
  return (
    <FilterBar totals={t('analytics.rule.text')}>
      <span className={styles.choice}>
        <Select
          size="small"
          aria-label={t('analytics.filter.process')}
          value={processId}
          options={processes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(process) => onChange({ process: process ?? undefined })}
        />
      </span>
      <span className={styles.choice}>
        <Select
          size="small"
          clearable
          aria-label={t('fields.opportunity.ownerId')}
          placeholder={t('analytics.filter.owner')}
          value={search.owner ?? null}
          options={(members.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(owner) => onChange({ owner: owner ?? undefined })}
        />
      </span>
      <span className={styles.day}>
        <DateInput
          size="small"
          aria-label={t('analytics.filter.from')}
          value={shown.from}
          onChange={(from) => onChange({ from: from === null ? undefined : isoDate(from) })}
        />
      </span>
      <span aria-hidden>–</span>
      <span className={styles.day}>
        <DateInput
          size="small"
          aria-label={t('analytics.filter.to')}
          value={shown.to}
          onChange={(to) => onChange({ to: to === null ? undefined : isoDate(to) })}
        />
      </span>
    </FilterBar>
  );
}

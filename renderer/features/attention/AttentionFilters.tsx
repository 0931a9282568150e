import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import styles from './Attention.module.css';
import { attentionPeriods, type AttentionSearch } from './attentionSearch.ts';

interface AttentionFiltersProps {
  readonly search: AttentionSearch;
  readonly onChange: (patch: Partial<AttentionSearch>) => void;
}

/** Process, owner and period of the expected close. */
export function AttentionFilters({ search, onChange }: AttentionFiltersProps) {
  const t = useT();
  const members = useOperationQuery(settingsContract.members, {});
  const processes = useOperationQuery(pipelineContract.processes, {});
  return (
    <FilterBar>
      <span className={styles.choice}>
        <Select
          size="small"
          clearable
          aria-label={t('scoring.attention.process')}
          placeholder={t('scoring.attention.allProcesses')}
          value={search.process ?? null}
          options={(processes.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
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
      <Segmented
        size="small"
        label={t('scoring.attention.period')}
        value={search.period}
        options={attentionPeriods.map((value) => ({ value, label: t(`scoring.attention.period_${value}`) }))}
        onChange={(period) => onChange({ period })}
      />
    </FilterBar>
  );
}

import { CopyCheck } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { FilterBar } from '#renderer/ui/FilterBar.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { duplicateContract } from '#shared/contract/duplicate.contract.ts';
import { duplicateEntities } from '#shared/domain/leads/duplicateKeys.ts';
import { parseDuplicatesSearch } from './duplicatesSearch.ts';
import styles from './DuplicatesScreen.module.css';
import { MergePanel } from './MergePanel.tsx';
import { PairList } from './PairList.tsx';

const PAIRS = 100;

/** 查重: pairs that may be the same one twice; the surest first, one after the other by keyboard. */
export function DuplicatesScreen() {
  const t = useT();
  const [{ entity, hints }, setSearch] = useSearchState(parseDuplicatesSearch);
  const [chosen, setChosen] = useState<string | null>(null);
  const queue = useOperationQuery(
    duplicateContract.pairs,
    { entity, level: hints ? 'possible' : 'likely', limit: PAIRS },
    { keepPrevious: true },
  );
  const pairs = queue.data?.pairs ?? [];
  const keyOf = (pair: (typeof pairs)[number]) => `${pair.oneId} ${pair.otherId}`;
  const at = Math.max(
    0,
    pairs.findIndex((pair) => keyOf(pair) === chosen),
  );
  const shown = pairs[at];
  const step = (by: number) => {
    const next = pairs[Math.min(pairs.length - 1, Math.max(0, at + by))];
    if (next) setChosen(keyOf(next));
  };
  useCommands([
    { id: 'duplicates.next', titleKey: 'leads.merge.next', group: 'view', keys: 'j', run: () => step(1) },
    { id: 'duplicates.previous', titleKey: 'leads.merge.previous', group: 'view', keys: 'k', run: () => step(-1) },
  ]);
  return (
    <>
      <PageBar
        title={t('leads.duplicates.title')}
        lead={
          <nav className={styles.crumbs} aria-label={t('leads.crumbs.label')}>
            <Link to={paths.leads()}>{t('leads.page.title')}</Link>
            <span aria-hidden>›</span>
            <h1 className={styles.title}>{t('leads.duplicates.title')}</h1>
          </nav>
        }
      />
      <FilterBar totals={queue.data ? t('leads.duplicates.total', { count: queue.data.total }) : null}>
        <Segmented
          size="small"
          label={t('leads.duplicates.entity')}
          value={entity}
          options={duplicateEntities.map((value) => ({ value, label: t(`app.entity.${value}`) }))}
          onChange={(next) => {
            setChosen(null);
            setSearch({ entity: next });
          }}
        />
        <Checkbox checked={hints === true} onChange={(on) => setSearch({ hints: on || undefined })}>
          {t('leads.duplicates.hints')}
        </Checkbox>
      </FilterBar>
      {queue.error ? (
        <ErrorState failure={queue.error.failure} onRetry={() => void queue.refetch()} />
      ) : !queue.data ? (
        <Skeleton rows={8} />
      ) : shown === undefined ? (
        <EmptyState icon={CopyCheck} title={t('leads.duplicates.none')} detail={t('leads.duplicates.noneHint')} />
      ) : (
        <div className={styles.body}>
          <PairList pairs={pairs} keyOf={keyOf} chosen={keyOf(shown)} onChoose={setChosen} />
          <MergePanel key={keyOf(shown)} entity={entity} pair={shown} />
        </div>
      )}
    </>
  );
}

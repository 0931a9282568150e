import { useT } from '#renderer/platform/language.ts';
import { useSearchState } from '#renderer/platform/navigation.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { useToday } from '#renderer/platform/region.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import styles from './Attention.module.css';
import { AttentionFilters } from './AttentionFilters.tsx';
import { attentionInput, parseAttentionSearch } from './attentionSearch.ts';
import { AttentionTable } from './AttentionTable.tsx';
import { countsText, ruleText } from './attentionText.ts';

/** 值得投入: open deals in the order in which effort pays. The rule stands above the list, what it leaves out below. */
export function AttentionPart() {
  const t = useT();
  const today = useToday();
  const [search, setSearch] = useSearchState(parseAttentionSearch);
  const list = useOperationQuery(scoringContract.attention, attentionInput(search, today), { keepPrevious: true });
  const { data } = list;
  return (
    <>
      <AttentionFilters search={search} onChange={setSearch} />
      <div className={styles.body}>
        {list.error ? (
          <ErrorState failure={list.error.failure} onRetry={() => void list.refetch()} />
        ) : !data ? (
          <Skeleton rows={8} height={48} />
        ) : (
          <Card title={t('scoring.attention.title')} flush>
            <p className={styles.rule}>{ruleText(data, t)}</p>
            {data.rows.length === 0 ? (
              <EmptyState title={t('scoring.attention.empty')} detail={t('scoring.attention.emptyHint')} />
            ) : (
              <AttentionTable answer={data} />
            )}
            <p className={styles.left}>{countsText(data, t)}</p>
          </Card>
        )}
      </div>
    </>
  );
}

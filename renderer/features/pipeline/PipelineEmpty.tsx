import { Filter, Kanban } from 'lucide-react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { withoutFilters } from './pipelineSearch.ts';
import styles from './PipelineScreen.module.css';
import { usePipeline } from './usePipeline.ts';

interface PipelineEmptyProps {
  /** There are deals, but the filter hides all of them. */
  readonly filtered: boolean;
}

/** Where no deal is to be shown: what belongs here, or which filter is in the way. */
export function PipelineEmpty({ filtered }: PipelineEmptyProps) {
  const t = useT();
  const { setSearch } = usePipeline();
  if (filtered) {
    return (
      <EmptyState icon={Filter} title={t('pipeline.empty.filteredTitle')} detail={t('pipeline.empty.filteredDetail')}>
        <Button onClick={() => setSearch(withoutFilters())}>{t('pipeline.filter.clearAll')}</Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={Kanban} title={t('pipeline.empty.title')} detail={t('pipeline.empty.detail')}>
      <Button tone="primary" keys="n" onClick={() => runCommand('pipeline.quickAdd')}>
        {t('pipeline.add.title')}
      </Button>
      <Link className={styles.importLink} to={paths.imports()}>
        {t('pipeline.empty.import')}
      </Link>
    </EmptyState>
  );
}

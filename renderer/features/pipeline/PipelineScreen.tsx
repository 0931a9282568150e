import { Component } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { BoardSkeleton } from './board/BoardSkeleton.tsx';
import { PipelineRoom } from './PipelineRoom.tsx';
import styles from './PipelineScreen.module.css';
import { PipelineContext, usePipelineState } from './usePipeline.ts';

/** 商机: deals of one process as board, list or timeline. */
export function PipelineScreen() {
  const t = useT();
  const loaded = usePipelineState();
  if (loaded.state === 'ready') {
    return (
      <PipelineContext value={loaded.pipeline}>
        <PipelineRoom key={loaded.pipeline.process.id} />
      </PipelineContext>
    );
  }
  return (
    <>
      <PageBar title={t('pipeline.page.title')} />
      {loaded.state === 'loading' ? <BoardSkeleton columns={5} /> : null}
      {loaded.state === 'failed' ? <ErrorState failure={loaded.error.failure} onRetry={loaded.retry} /> : null}
      {loaded.state === 'noProcess' ? (
        <EmptyState
          icon={Component}
          title={t('pipeline.empty.noProcessTitle')}
          detail={t('pipeline.empty.noProcessDetail')}
        >
          <Link className={styles.importLink} to={paths.imports()}>
            {t('pipeline.empty.import')}
          </Link>
        </EmptyState>
      ) : null}
    </>
  );
}

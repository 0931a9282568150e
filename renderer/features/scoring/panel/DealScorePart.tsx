import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import { Caution } from './Caution.tsx';
import { FigureFoot } from './FigureFoot.tsx';
import { NoFigure } from './NoFigure.tsx';
import styles from './Panel.module.css';
import { ReasonList } from './ReasonList.tsx';
import { ScoreDrawer } from './ScoreDrawer.tsx';

/** Below the three win rates of a deal: why the model says what it says, or why it says nothing. */
export function DealScorePart({ id }: RecordPartProps) {
  const t = useT();
  const score = useOperationQuery(scoringContract.ofDeal, { id });
  const [open, setOpen] = useState(false);
  const { data } = score;
  if (score.error) return <ErrorState failure={score.error.failure} onRetry={() => void score.refetch()} />;
  if (!data) return <Skeleton rows={3} />;
  if (data.state === 'closed') return null;
  return (
    <div className={styles.part}>
      {data.state === 'scored' ? (
        <>
          <Caution of="deal" model={data.model} />
          <ReasonList reasons={data.reasons} factors={data.factors} stay={data.stay} count={2} />
        </>
      ) : (
        <NoFigure of="deal" answer={data} />
      )}
      <div className={styles.foot}>
        <FigureFoot of="deal" answer={data} />
        <Button tone="quiet" size="small" onClick={() => setOpen(true)}>
          {t('scoring.panel.open')}
        </Button>
      </div>
      {open ? <ScoreDrawer of="deal" id={id} answer={data} steps={data.steps} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

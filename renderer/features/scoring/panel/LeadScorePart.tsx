import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import { Caution } from './Caution.tsx';
import { FigureFoot } from './FigureFoot.tsx';
import { NoFigure } from './NoFigure.tsx';
import styles from './Panel.module.css';
import { ReasonList } from './ReasonList.tsx';
import { ScoreDrawer } from './ScoreDrawer.tsx';

/** On a lead's page: how likely it becomes a deal, and why. */
export function LeadScorePart({ id }: RecordPartProps) {
  const t = useT();
  const format = useFormat();
  const score = useOperationQuery(scoringContract.ofLead, { id });
  const [open, setOpen] = useState(false);
  const { data } = score;
  if (data?.state === 'closed') return null;
  return (
    <Card title={t('scoring.panel.conversion')}>
      {score.error ? (
        <ErrorState failure={score.error.failure} onRetry={() => void score.refetch()} />
      ) : !data ? (
        <Skeleton rows={3} />
      ) : (
        <div className={styles.alone}>
          {data.figure ? (
            <>
              <p className={styles.lead}>
                <b>{format.percent(data.figure.probability)}</b>
              </p>
              <Caution of="lead" model={data.model} />
              <ReasonList reasons={data.reasons} factors={data.factors} stay={null} count={2} />
            </>
          ) : (
            <NoFigure of="lead" answer={data} />
          )}
          <div className={styles.foot}>
            <FigureFoot of="lead" answer={data} />
            <Button tone="quiet" size="small" onClick={() => setOpen(true)}>
              {t('scoring.panel.openLead')}
            </Button>
          </div>
          {open ? <ScoreDrawer of="lead" id={id} answer={data} steps={[]} onClose={() => setOpen(false)} /> : null}
        </div>
      )}
    </Card>
  );
}

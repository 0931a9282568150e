import { Suspense } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { partOf } from '#renderer/platform/parts.ts';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { DealStep, explanationOperations } from '#shared/contract/scoringExplanation.ts';
import { Caution } from './Caution.tsx';
import { FactorTable } from './FactorTable.tsx';
import { FigureFoot } from './FigureFoot.tsx';
import { NoFigure } from './NoFigure.tsx';
import { ReasonList } from './ReasonList.tsx';
import { ScoreHistory } from './ScoreHistory.tsx';
import styles from './ScoreDrawer.module.css';
import { StepList } from './StepList.tsx';

interface ScoreDrawerProps {
  readonly of: 'deal' | 'lead';
  readonly id: string;
  readonly answer: OutputOf<typeof explanationOperations.ofLead>;
  readonly steps: readonly DealStep[];
  readonly onClose: () => void;
}

/** Everything behind a figure: what could be done, every factor with its exact share, how it moved, the other two scores. */
export function ScoreDrawer({ of, id, answer, steps, onClose }: ScoreDrawerProps) {
  const t = useT();
  const format = useFormat();
  const { figure, model } = answer;
  const title = t(of === 'deal' ? 'scoring.panel.title' : 'scoring.panel.titleLead');
  return (
    <Drawer title={title} open onClose={onClose} width={640}>
      <section className={styles.section}>
        {figure === null || model === null ? (
          <NoFigure of={of} answer={answer} />
        ) : (
          <>
            <p className={styles.figure}>
              <b>{format.percent(figure.probability)}</b>
              <span>{t('scoring.panel.version', { version: model.version })}</span>
            </p>
            <div className={styles.foot}>
              <FigureFoot of={of} answer={answer} />
            </div>
            <Caution of={of} model={model} />
            <ReasonList reasons={answer.reasons} factors={answer.factors} stay={answer.stay} count={5} />
          </>
        )}
      </section>
      {of === 'deal' ? <StepList dealId={id} steps={steps} speaks={figure !== null} /> : null}
      <ScoreHistory of={of} id={id} />
      {figure === null ? null : <FactorTable figure={figure} factors={answer.factors} />}
      <OtherScores of={of} id={id} />
    </Drawer>
  );
}

/** 属性 and 行为, which other features draw. */
function OtherScores({ of, id }: { readonly of: 'deal' | 'lead'; readonly id: string }) {
  const Attributes = partOf(`${of}.attributeScore`);
  const Behaviour = partOf(`${of}.behaviourScore`);
  return (
    <Suspense fallback={<Skeleton rows={2} />}>
      {/* Parts are made once, at the start; this only looks them up. */}
      {/* oxlint-disable-next-line react/static-components */}
      {Attributes ? <Attributes id={id} /> : null}
      {/* oxlint-disable-next-line react/static-components */}
      {Behaviour ? <Behaviour id={id} /> : null}
    </Suspense>
  );
}

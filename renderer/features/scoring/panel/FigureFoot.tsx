import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Link } from '#renderer/ui/Link.tsx';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { explanationOperations } from '#shared/contract/scoringExplanation.ts';

interface FigureFootProps {
  readonly of: 'deal' | 'lead';
  readonly answer: Pick<OutputOf<typeof explanationOperations.ofLead>, 'figure' | 'model'>;
}

/** 区间 18–47%, 依据 146 个已结商机，校准误差 4 点; the basis leads to the model card. */
export function FigureFoot({ of, answer: { figure, model } }: FigureFootProps) {
  const t = useT();
  const format = useFormat();
  if (model === null || figure === null) return <span />;
  return (
    <>
      <span>{t('scoring.panel.interval', { range: format.percentRange(figure.low, figure.high) })}</span>
      <Link to={paths.settings({ tab: 'scoring', part: 'models', kind: of, model: model.id })}>
        {t(of === 'deal' ? 'scoring.panel.basis' : 'scoring.panel.basisLead', {
          count: model.records,
          points: format.number(model.ece * 100, 0),
        })}
      </Link>
    </>
  );
}

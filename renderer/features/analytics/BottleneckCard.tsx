import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { FunnelStage } from '#shared/contract/funnel.contract.ts';
import styles from './BottleneckCard.module.css';
import type { OpenedFigure } from './FunnelRowsDrawer.tsx';
import { dearest } from './funnelModel.ts';

interface BottleneckCardProps {
  readonly stages: readonly FunnelStage[];
  readonly onOpen: (figure: OpenedFigure) => void;
}

/** 最贵的瓶颈: the step below its benchmark that cost most, with the sum it is made of. */
export function BottleneckCard({ stages, onOpen }: BottleneckCardProps) {
  const t = useT();
  const format = useFormat();
  const stage = dearest(stages);
  if (!stage || stage.rate === null || stage.benchmark === null) {
    return (
      <Card title={t('analytics.bottleneck.title')}>
        <p className={styles.none}>{t('analytics.bottleneck.none')}</p>
      </Card>
    );
  }
  const next = stages[stages.indexOf(stage) + 1]?.name ?? t('analytics.conversion.won');
  const gap = stage.benchmark - stage.rate;
  return (
    <Card title={t('analytics.bottleneck.title')} more={t('analytics.bottleneck.order')}>
      <div className={styles.lead}>
        <span className={styles.figure}>
          <OpenFigure
            onOpen={() => onOpen({ stageId: stage.stageId, stageName: stage.name, which: 'lost', count: stage.lost })}
          >
            <Amount minor={stage.lostValueMinor} />
          </OpenFigure>
        </span>
        <div>
          <b>{t('analytics.bottleneck.step', { from: stage.name, to: next })}</b>{' '}
          <Tag tone="negative">{t('analytics.bottleneck.gap', { points: format.number(gap * 100) })}</Tag>
          <p className={styles.sum}>
            {t('analytics.bottleneck.sum', {
              entered: format.number(stage.entered),
              gap: format.percent(gap, 1),
              amount: format.money(stage.averageAmountMinor ?? 0),
              downstream: format.percent(stage.downstream ?? 1),
            })}
          </p>
        </div>
      </div>
      <p className={styles.none}>{t('analytics.bottleneck.honest')}</p>
    </Card>
  );
}

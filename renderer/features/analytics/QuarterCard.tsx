import { useMemo } from 'react';
import { type ChartOption, ChartView } from '#renderer/adapters/chart/ChartView.tsx';
import { useT } from '#renderer/platform/language.ts';
import { type Tokens, useTokens } from '#renderer/theme/readTokens.ts';
import { Card } from '#renderer/ui/Card.tsx';
import type { funnelContract, FunnelStage } from '#shared/contract/funnel.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { NEEDED } from './funnelModel.ts';
import styles from './QuarterCard.module.css';

type Quarters = OutputOf<typeof funnelContract.get>['quarters'];

interface QuarterCardProps {
  readonly quarters: Quarters;
  readonly stages: readonly FunnelStage[];
}

/** 按进入季度: the same rates per quarter of entry, small samples hollow, the benchmark as a solid line. */
export function QuarterCard({ quarters, stages }: QuarterCardProps) {
  const t = useT();
  const tokens = useTokens();
  const withRates = stages.filter(({ stageId }) =>
    quarters.some(({ steps }) => steps.some((step) => step.stageId === stageId && step.rate !== null)),
  );
  const options = useMemo(
    () => withRates.map((stage) => quarterOption(stage, quarters, tokens)),
    // `withRates` is made anew each time; what it is made of is listed.
    // oxlint-disable-next-line react/exhaustive-deps
    [quarters, stages, tokens],
  );
  if (withRates.length === 0) return null;
  return (
    <Card title={t('analytics.quarters.title')} more={t('analytics.quarters.legend', { needed: NEEDED })}>
      <div className={styles.multiples}>
        {withRates.map((stage, index) => (
          <figure key={stage.stageId} className={styles.multiple}>
            <figcaption>
              {t('analytics.bottleneck.step', {
                from: stage.name,
                to: stages[stages.indexOf(stage) + 1]?.name ?? t('analytics.conversion.won'),
              })}
            </figcaption>
            <ChartView label={stage.name} option={options[index] ?? {}} height={170} />
          </figure>
        ))}
      </div>
    </Card>
  );
}

const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? null : Math.round(share * 1000) / 10;

function quarterOption(stage: FunnelStage, quarters: Quarters, tokens: Tokens): ChartOption {
  const points = quarters.map(({ quarter, steps }) => ({
    quarter,
    ...steps.find(({ stageId }) => stageId === stage.stageId),
  }));
  const text = { color: tokens.text2, fontSize: 12 };
  return {
    grid: { left: 4, right: 8, top: 10, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      trigger: 'item',
      appendTo: 'body',
      formatter: (hit) => (Array.isArray(hit) ? '' : tip(points[hit.dataIndex])),
    },
    xAxis: { type: 'category', data: points.map(({ quarter }) => quarter), axisLabel: text, axisTick: { show: false } },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      interval: 50,
      axisLabel: text,
      splitLine: { lineStyle: { color: tokens.chartGrid } },
    },
    series: [
      {
        id: 'interval',
        type: 'custom',
        data: points.map(({ interval, settled }, index) => [
          index,
          percent(interval?.low),
          percent(interval?.high),
          (settled ?? 0) < NEEDED ? 1 : 0,
        ]),
        renderItem: (_params, api) => {
          const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)]);
          const [, high = 0] = api.coord([api.value(0), api.value(2)]);
          if (Number.isNaN(low) || Number.isNaN(high)) return null;
          return {
            type: 'line',
            shape: { x1: x, x2: x, y1: low, y2: high },
            style:
              api.value(3) === 1
                ? { stroke: tokens.text3, lineWidth: 1.5, lineDash: [3, 3] }
                : { stroke: tokens.ramp2, lineWidth: 5, lineCap: 'round' },
          };
        },
      },
      {
        id: 'rate',
        type: 'scatter',
        symbolSize: 9,
        data: points.map(({ rate, settled }) => ({
          value: percent(rate) ?? '-',
          itemStyle:
            (settled ?? 0) < NEEDED
              ? { color: tokens.bgSurface, borderColor: tokens.text3, borderWidth: 1.5 }
              : { color: tokens.chart1 },
        })),
        ...(stage.benchmark === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                lineStyle: { color: tokens.text1, type: 'solid', width: 1.5 },
                data: [{ yAxis: stage.benchmark * 100 }],
              },
            }),
      },
    ],
  };
}

function tip(point: { quarter: string; rate?: number | null; settled?: number } | undefined): string {
  if (!point || point.rate === null || point.rate === undefined) return '';
  return `${point.quarter} ${Math.round(point.rate * 1000) / 10}% (${point.settled ?? 0})`;
}

import { useMemo } from 'react';
import { type ChartOption, ChartView } from '#renderer/adapters/chart/ChartView.tsx';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { type Tokens, useTokens } from '#renderer/theme/readTokens.ts';
import type { ModelReport } from '#shared/contract/scoreModel.contract.ts';

type Bins = ModelReport['reliability'];

interface ReliabilityChartProps {
  readonly label: string;
  readonly bins: Bins;
  readonly height: number;
  /** Without names of axes and counts, beside a list. */
  readonly small?: boolean;
}

/** Fewer records than this make a hollow mark: its place is not to be relied on. */
const SOLID_FROM = 30;

/** What was predicted against what came: on the diagonal a model says what happens. Bars are 95 % intervals, size is the number of records. */
export function ReliabilityChart({ label, bins, height, small = false }: ReliabilityChartProps) {
  const t = useT();
  const format = useFormat();
  const tokens = useTokens();
  const option = useMemo(
    () =>
      reliabilityOption(bins, tokens, {
        small,
        predicted: t('scoreModels.reliability.predicted'),
        actual: t('scoreModels.reliability.actual'),
        percent: (share) => format.percent(share),
        tip: (bin) =>
          t('scoreModels.reliability.tip', {
            predicted: format.percent(bin.meanPredicted),
            actual: format.percent(bin.meanActual),
            range: format.percentRange(bin.low, bin.high),
            rows: format.number(bin.rows),
          }),
      }),
    [bins, tokens, small, t, format],
  );
  return <ChartView label={label} option={option} height={height} />;
}

interface Words {
  readonly small: boolean;
  readonly predicted: string;
  readonly actual: string;
  readonly percent: (share: number) => string;
  readonly tip: (bin: Bins[number]) => string;
}

function reliabilityOption(bins: Bins, tokens: Tokens, words: Words): ChartOption {
  const end = axisEnd(bins);
  const largest = Math.max(1, ...bins.map(({ rows }) => rows));
  return {
    aria: { enabled: false },
    grid: words.small
      ? { left: 4, right: 4, top: 4, bottom: 4 }
      : { left: 8, right: 16, top: 12, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    tooltip: words.small ? { show: false } : { trigger: 'item', appendTo: 'body', confine: true },
    xAxis: axis(words.predicted, { tokens, words, end }),
    yAxis: axis(words.actual, { tokens, words, end }),
    series: [
      {
        id: 'even',
        type: 'line',
        data: [
          [0, 0],
          [end, end],
        ],
        silent: true,
        symbol: 'none',
        lineStyle: { color: tokens.text1, width: 1.5 },
        z: 1,
      },
      {
        id: 'intervals',
        type: 'custom',
        silent: true,
        data: bins.map(({ meanPredicted, low, high }) => [meanPredicted, low, high]),
        renderItem: (_params, api) => {
          const x = Number(api.value(0));
          const [left = 0, top = 0] = api.coord([x, Number(api.value(2))]);
          const [, bottom = 0] = api.coord([x, Number(api.value(1))]);
          return {
            type: 'line',
            shape: { x1: left, y1: top, x2: left, y2: bottom },
            style: { stroke: tokens.ramp2, lineWidth: words.small ? 2 : 4, lineCap: 'round' },
          };
        },
        z: 2,
      },
      {
        id: 'bins',
        type: 'scatter',
        data: bins.map((bin) => ({
          value: [bin.meanPredicted, bin.meanActual, bin.rows],
          symbolSize: words.small ? 6 : 8 + 10 * Math.sqrt(bin.rows / largest),
          itemStyle:
            bin.rows < SOLID_FROM
              ? { color: tokens.bgSurface, borderColor: tokens.chart1, borderWidth: 1.5 }
              : { color: tokens.chart1 },
        })),
        tooltip: {
          formatter: (params) => {
            const bin = bins[Array.isArray(params) ? 0 : params.dataIndex];
            return bin ? words.tip(bin) : '';
          },
        },
        z: 3,
      },
    ],
  };
}

/** Both axes end at the same fifth, above everything that is drawn: rare outcomes would lie in one corner otherwise. */
const axisEnd = (bins: Bins): number =>
  Math.min(
    1,
    Math.max(0.2, ...bins.map(({ meanPredicted, high }) => Math.ceil(Math.max(meanPredicted, high) * 5) / 5)),
  );

interface AxisUse {
  readonly tokens: Tokens;
  readonly words: Words;
  readonly end: number;
}

function axis(name: string, { tokens, words: { small, percent }, end }: AxisUse) {
  return {
    type: 'value' as const,
    min: 0,
    max: end,
    interval: small ? end / 2 : end > 0.4 ? 0.2 : 0.1,
    name: small ? '' : name,
    nameLocation: 'middle' as const,
    nameGap: 8,
    nameTextStyle: { color: tokens.text2, fontSize: 12 },
    axisLabel: { show: !small, color: tokens.text2, fontSize: 12, formatter: (value: number) => percent(value) },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: tokens.chartGrid } },
  };
}

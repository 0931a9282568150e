import { useMemo } from 'react';
import { type ChartOption, ChartView } from '#renderer/adapters/chart/ChartView.tsx';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { type Tokens, useTokens } from '#renderer/theme/readTokens.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { StageTag } from '#renderer/ui/StageTag.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { FunnelStage } from '#shared/contract/funnel.contract.ts';
import styles from './DwellCard.module.css';
import type { OpenedFigure } from './FunnelRowsDrawer.tsx';

interface DwellCardProps {
  readonly stages: readonly FunnelStage[];
  readonly onOpen: (figure: OpenedFigure) => void;
}

/** 停留时长: median and P80 in business days with open deals counted in, beside what the stage allows. */
export function DwellCard({ stages, onOpen }: DwellCardProps) {
  const t = useT();
  const format = useFormat();
  const tokens = useTokens();
  const names = useMemo(
    () => ({
      median: t('analytics.dwell.median'),
      p80: t('analytics.dwell.p80'),
      allowed: t('analytics.dwell.allowed'),
    }),
    [t],
  );
  const option = useMemo(() => dwellOption(stages, tokens, names), [stages, tokens, names]);
  const openOver = (stage: FunnelStage) =>
    onOpen({ stageId: stage.stageId, stageName: stage.name, which: 'over', count: stage.dwell.openOver });
  const days = (value: number | null) => (value === null ? '—' : format.days(Math.round(value)));
  return (
    <Card title={t('analytics.dwell.title')} more={t('analytics.dwell.rule')}>
      <p className={styles.legend} aria-hidden>
        <span className={styles.median} /> {names.median}
        <span className={styles.p80} /> {names.p80}
        <span className={styles.allowed} /> {names.allowed}
      </p>
      <ChartView
        label={t('analytics.dwell.title')}
        option={option}
        height={40 + stages.length * 34}
        onOpen={({ index }) => {
          const stage = stages[stages.length - 1 - index];
          if (stage) openOver(stage);
        }}
      />
      <div className={styles.table}>
        <Table
          density="compact"
          caption={t('analytics.dwell.title')}
          rows={stages}
          rowKey={({ stageId }) => stageId}
          columns={[
            {
              key: 'stage',
              title: t('analytics.conversion.stage'),
              cell: (stage) => <StageTag name={stage.name} stageClass={stage.stageClass} />,
            },
            { key: 'median', title: names.median, align: 'end', cell: ({ dwell }) => days(dwell.medianDays) },
            { key: 'p80', title: names.p80, align: 'end', cell: ({ dwell }) => days(dwell.p80Days) },
            { key: 'allowed', title: names.allowed, align: 'end', cell: ({ dwell }) => days(dwell.allowedDays) },
            {
              key: 'over',
              title: t('analytics.dwell.over'),
              align: 'end',
              cell: (stage) => (
                <OpenFigure onOpen={() => openOver(stage)}>{format.number(stage.dwell.openOver)}</OpenFigure>
              ),
            },
          ]}
        />
      </div>
    </Card>
  );
}

interface DwellNames {
  readonly median: string;
  readonly p80: string;
  readonly allowed: string;
}

/** Horizontal bars, the first stage on top; P80 behind the median, the allowed days as an ink mark. */
function dwellOption(stages: readonly FunnelStage[], tokens: Tokens, names: DwellNames): ChartOption {
  const rows = stages.toReversed();
  const text = { color: tokens.text2, fontSize: 12 };
  return {
    aria: { enabled: false },
    grid: { left: 4, right: 16, top: 4, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, appendTo: 'body' },
    xAxis: { type: 'value', axisLabel: text, splitLine: { lineStyle: { color: tokens.chartGrid } } },
    yAxis: {
      type: 'category',
      data: rows.map(({ name }) => name),
      axisLabel: { color: tokens.text1, fontSize: 12 },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    series: [
      {
        id: 'p80',
        name: names.p80,
        type: 'bar',
        barWidth: 14,
        barGap: '-100%',
        data: rows.map(({ dwell }) => dwell.p80Days),
        itemStyle: { color: tokens.chartBand, borderRadius: 2 },
      },
      {
        id: 'median',
        name: names.median,
        type: 'bar',
        barWidth: 14,
        data: rows.map(({ dwell }) => dwell.medianDays),
        itemStyle: { color: tokens.chart1, borderRadius: 2 },
      },
      {
        id: 'allowed',
        name: names.allowed,
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [2, 22],
        data: rows.map(({ dwell }) => dwell.allowedDays),
        itemStyle: { color: tokens.text1 },
      },
    ],
  };
}

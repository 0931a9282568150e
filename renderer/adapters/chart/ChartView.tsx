import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { EChartsOption } from 'echarts';
import { useEffect, useRef } from 'react';
import styles from './ChartView.module.css';

echarts.use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** Options as the features write them. */
export type ChartOption = EChartsOption;
/** What was clicked: series and place in its data. */
export interface ChartPoint {
  readonly series: string;
  readonly index: number;
}

interface ChartViewProps {
  /** What the chart shows, for listeners; the same figures are in a table beside it. */
  readonly label: string;
  readonly option: ChartOption;
  readonly height: number;
  readonly onOpen?: (point: ChartPoint) => void;
}

/** ECharts behind one component: draws as SVG, follows its box, never animates figures. */
export function ChartView({ label, option, height, onOpen }: ChartViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    if (!box.current) return undefined;
    const created = echarts.init(box.current, null, { renderer: 'svg' });
    created.on('click', ({ seriesId, dataIndex }) => {
      if (seriesId !== undefined && dataIndex !== undefined) open.current?.({ series: seriesId, index: dataIndex });
    });
    const watch = new ResizeObserver(() => created.resize());
    watch.observe(box.current);
    chart.current = created;
    return () => {
      watch.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [option]);
  return <div ref={box} role="img" aria-label={label} className={styles.chart} style={{ height }} />;
}

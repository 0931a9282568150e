import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import type { FunnelStage } from '#shared/contract/funnel.contract.ts';

const WIDTH = 260;
const HEIGHT = 34;
const LINE = 12;

interface RateIntervalProps {
  readonly stage: FunnelStage;
  /** Too few settled deals: hollow mark, dashed interval. */
  readonly small: boolean;
}

/** A rate on 0–100 % with its 95 % interval and the benchmark as an ink line. */
export function RateInterval({ stage, small }: RateIntervalProps) {
  const t = useT();
  const format = useFormat();
  const { rate, interval, benchmark } = stage;
  const x = (share: number) => 6 + share * (WIDTH - 12);
  const label =
    rate === null || interval === null
      ? t('analytics.conversion.noRate')
      : t('analytics.conversion.spoken', {
          rate: format.percent(rate, 1),
          range: format.percentRange(interval.low, interval.high),
          benchmark: benchmark === null ? '—' : format.percent(benchmark),
        });
  const labelX = benchmark === null ? 0 : Math.min(WIDTH - 30, Math.max(30, x(benchmark)));
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path d={`M0 ${LINE}H${WIDTH}`} stroke="var(--border-1)" />
      {rate !== null && interval !== null ? (
        <>
          <path
            d={`M${x(interval.low)} ${LINE}H${x(interval.high)}`}
            stroke={small ? 'var(--text-3)' : 'var(--ramp-2)'}
            strokeWidth={small ? 1.5 : 6}
            strokeDasharray={small ? '3 3' : undefined}
            strokeLinecap={small ? 'butt' : 'round'}
          />
          <circle
            cx={x(rate)}
            cy={LINE}
            r="4.5"
            fill={small ? 'var(--bg-surface)' : 'var(--chart-1)'}
            stroke={small ? 'var(--text-3)' : 'var(--chart-1)'}
            strokeWidth="1.5"
          />
        </>
      ) : null}
      {benchmark === null ? null : (
        <>
          <path d={`M${x(benchmark)} ${LINE - 9}v18`} stroke="var(--text-1)" strokeWidth="1.5" />
          <text x={labelX} y={HEIGHT - 1} fontSize="12" fill="var(--text-2)" textAnchor="middle">
            {t('analytics.conversion.benchmark', { share: format.percent(benchmark) })}
          </text>
        </>
      )}
    </svg>
  );
}

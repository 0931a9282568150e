import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import type { leadContract } from '#shared/contract/lead.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';

const WIDTH = 220;
const HEIGHT = 20;
const LINE = 10;

interface RateBarProps {
  readonly row: OutputOf<typeof leadContract.rate>['rows'][number];
}

/** A rate on 0–100 % with its 95 % interval; hollow and dashed while the sample is too small. */
export function RateBar({ row }: RateBarProps) {
  const t = useT();
  const format = useFormat();
  const { interval, leads, converted, tooFew } = row;
  if (interval === null) return null;
  const rate = converted / leads;
  const x = (share: number) => 6 + share * (WIDTH - 12);
  const label = t('leads.rate.spoken', {
    rate: format.percent(rate),
    range: format.percentRange(interval.low, interval.high),
  });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path d={`M0 ${LINE}H${WIDTH}`} stroke="var(--border-1)" />
      <path
        d={`M${x(interval.low)} ${LINE}H${x(interval.high)}`}
        stroke={tooFew ? 'var(--text-3)' : 'var(--ramp-2)'}
        strokeWidth={tooFew ? 1.5 : 6}
        strokeDasharray={tooFew ? '3 3' : undefined}
        strokeLinecap={tooFew ? 'butt' : 'round'}
      />
      <circle
        cx={x(rate)}
        cy={LINE}
        r="4.5"
        fill={tooFew ? 'var(--bg-surface)' : 'var(--chart-1)'}
        stroke={tooFew ? 'var(--text-3)' : 'var(--chart-1)'}
        strokeWidth="1.5"
      />
    </svg>
  );
}

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import type { MoneySum } from '#shared/contract/primitives.ts';
import { regionStore } from '#renderer/platform/region.ts';

interface SumFigureProps {
  /** Per currency, the workspace's own first. */
  readonly sums: readonly MoneySum[];
  readonly of: 'amount' | 'expected';
  readonly onOpen: () => void;
  /** What the figure is, for listeners; the figure itself is added. */
  readonly label: string;
  readonly strong?: boolean;
}

/** A sum of money that opens its rows. Other currencies are never converted: they stand behind a plus. */
export function SumFigure({ sums, of, onOpen, label, strong = false }: SumFigureProps) {
  const t = useT();
  const format = useFormat();
  const home = regionStore(({ currency }) => currency);
  const [first, ...others] = sums;
  const value = (sum: MoneySum) => (of === 'amount' ? sum.amountMinor : sum.expectedMinor);
  const shown = first ? format.money(value(first), first.currency) : format.money(0, home);
  const further = others.filter((sum) => value(sum) !== 0).map((sum) => format.money(value(sum), sum.currency));
  return (
    <span data-tip={further.length > 0 ? format.list([shown, ...further]) : undefined}>
      <OpenFigure onOpen={onOpen} strong={strong} label={`${label} ${format.list([shown, ...further])}`}>
        {shown}
        {further.length > 0 ? t('pipeline.totals.furtherCurrencies', { count: further.length }) : null}
      </OpenFigure>
    </span>
  );
}

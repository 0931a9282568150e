import { ChevronDown } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { changePersonalSettings } from '#renderer/platform/personalSettings.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { expectedBySchema } from '#shared/contract/pipeline.contract.ts';
import type { MoneySum } from '#shared/contract/primitives.ts';
import { SumFigure } from '../SumFigure.tsx';
import { usePipeline } from '../usePipeline.ts';
import styles from './PipelineTotals.module.css';

interface PipelineTotalsProps {
  readonly count: number;
  readonly sums: readonly MoneySum[];
}

/** 商机 22 合计 ¥8,522万 预期 ¥3,202万, and by which win rate. */
export function PipelineTotals({ count, sums }: PipelineTotalsProps) {
  const t = useT();
  const format = useFormat();
  const { by, setSearch } = usePipeline();
  const open = () => setSearch({ view: 'list' });
  const unrated = sums.reduce((sum, one) => sum + one.unrated, 0);
  return (
    <>
      <span>
        {t('pipeline.totals.count')}{' '}
        <OpenFigure strong onOpen={open} label={t('pipeline.totals.countSpoken', { count })}>
          {format.number(count)}
        </OpenFigure>
      </span>
      <span>
        {t('pipeline.totals.sum')}{' '}
        <SumFigure sums={sums} of="amount" strong onOpen={open} label={t('pipeline.totals.sum')} />
      </span>
      <span>
        {t('pipeline.totals.expected')}{' '}
        <SumFigure sums={sums} of="expected" strong onOpen={open} label={t('pipeline.totals.expected')} />
      </span>
      <Menu
        align="end"
        items={expectedBySchema.options.map((value) => ({
          key: value,
          label: t(`pipeline.by.${value}`),
          onSelect: () => {
            setSearch({ by: undefined }, { replace: true });
            void changePersonalSettings({ expectedBy: value });
          },
        }))}
      >
        <button type="button" className={styles.by}>
          {t(`pipeline.by.${by}`)}
          <Icon of={ChevronDown} size={14} />
        </button>
      </Menu>
      {by === 'stage' || unrated === 0 ? null : (
        <OpenFigure onOpen={() => setSearch({ view: 'list', unrated: by })}>
          {t(`pipeline.by.unrated_${by}`, { count: unrated })}
        </OpenFigure>
      )}
    </>
  );
}

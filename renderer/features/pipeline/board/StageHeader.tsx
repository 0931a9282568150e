import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { stageColour } from '#renderer/ui/stageColour.ts';
import type { BoardColumn, Stage } from '#shared/contract/pipeline.contract.ts';
import { SumFigure } from '../SumFigure.tsx';
import { usePipeline } from '../usePipeline.ts';
import styles from './StageHeader.module.css';

interface StageHeaderProps {
  readonly stage: Stage;
  readonly column: BoardColumn;
}

/** Head of a column: class, name, count, win rate, sum and 预期. Every figure opens its rows in the list. */
export function StageHeader({ stage, column }: StageHeaderProps) {
  const t = useT();
  const format = useFormat();
  const { setSearch } = usePipeline();
  const open = () => setSearch({ view: 'list', stages: [stage.id] });
  const { name } = stage;
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <span className={styles.square} style={{ background: stageColour(stage.stageClass) }} aria-hidden />
        <h2 className={styles.name} data-tip={name}>
          {name}
        </h2>
        <OpenFigure onOpen={open} label={t('pipeline.header.count', { stage: name, count: column.count })}>
          {format.number(column.count)}
        </OpenFigure>
        <span className={styles.rate}>
          {t('pipeline.header.winRate', { rate: format.percent(stage.winRateMille / 1000) })}
        </span>
      </div>
      <div className={styles.sums}>
        <SumFigure
          sums={column.sums}
          of="amount"
          strong
          onOpen={open}
          label={t('pipeline.header.sum', { stage: name })}
        />
        <span className={styles.expected}>
          {t('pipeline.totals.expected')}{' '}
          <SumFigure
            sums={column.sums}
            of="expected"
            onOpen={open}
            label={t('pipeline.header.expected', { stage: name })}
          />
        </span>
      </div>
    </header>
  );
}

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import type { StageClass } from '#shared/contract/primitives.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import { stageColour } from './stageColour.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './WinRates.module.css';

interface WinRatesProps {
  /** Shares 0..1; null where unknown, for the model: where it abstains. */
  readonly stage: number;
  readonly own: number | null;
  readonly model: number | null;
  readonly stageClass: StageClass;
}

/** The three win rates, always in this order and never averaged: 阶段, 自评, 模型. */
export function WinRates({ stage, own, model, stageClass }: WinRatesProps) {
  const t = useT();
  return (
    <div className={styles.rates}>
      <Rate name={t('app.winRate.stage')} share={stage} colour={stageColour(stageClass)} />
      <Rate name={t('app.winRate.own')} share={own} colour="var(--text-3)" why={t('app.winRate.unknown')} />
      <Rate name={t('app.winRate.model')} share={model} colour="var(--accent)" why={t('app.winRate.modelAbstains')} />
    </div>
  );
}

interface RateProps {
  readonly name: string;
  readonly share: number | null;
  readonly colour: string;
  /** Said where there is no figure. */
  readonly why?: string;
}

function Rate({ name, share, colour, why }: RateProps) {
  const format = useFormat();
  return (
    <div className={styles.rate} data-tip={share === null ? why : undefined}>
      <span className={styles.name}>{name}</span>
      {share === null ? (
        <span className={styles.none}>
          <span aria-hidden>{NO_FIGURE}</span>
          <VisuallyHidden>{why}</VisuallyHidden>
        </span>
      ) : (
        <b className={styles.figure}>
          {format.number(share * 100)}
          <span className={styles.percent}>%</span>
        </b>
      )}
      <span className={styles.bar} aria-hidden>
        <span className={styles.fill} style={{ inlineSize: `${(share ?? 0) * 100}%`, background: colour }} />
      </span>
    </div>
  );
}

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Table } from '#renderer/ui/Table.tsx';
import type { ScoreFactor, ScoreFigure } from '#shared/contract/scoringExplanation.ts';
import { pointsOf, SMALL_SUPPORT } from '#shared/domain/scoring/explain/reasons.ts';
import { featureText } from '#shared/i18n/featureText.ts';
import { factorText } from '#shared/i18n/reasonText.ts';
import styles from './ScoreDrawer.module.css';

interface FactorTableProps {
  readonly figure: ScoreFigure;
  readonly factors: readonly ScoreFactor[];
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly logOdds: number;
  readonly points: number | null;
  readonly support: number | null;
}

/** Every factor with its log-odds to two digits more than needed, and the sum that the figure is made of. */
export function FactorTable({ figure, factors }: FactorTableProps) {
  const t = useT();
  const format = useFormat();
  const lines: Line[] = [
    line('base', t('scoring.factors.base'), figure.baseLogOdds),
    ...factors.map((factor) => ({
      key: factor.name,
      name: featureText(factor.name, t),
      value: factorText(factor, t, format),
      logOdds: factor.logOdds,
      points: pointsOf(figure.logOdds, factor.logOdds),
      support: factor.support,
    })),
    ...(Math.abs(figure.rest) < 0.0005 ? [] : [line('rest', t('scoring.factors.rest'), figure.rest)]),
    line('sum', t('scoring.factors.sum', { rate: format.percent(figure.probability, 1) }), figure.logOdds),
  ];
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{t('scoring.factors.title')}</h3>
      <p className={styles.hint}>{t('scoring.factors.hint')}</p>
      <Table
        caption={t('scoring.factors.title')}
        density="compact"
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'name',
            title: t('scoring.factors.name'),
            cell: ({ key, name }) => (key === 'sum' ? <b>{name}</b> : name),
          },
          { key: 'value', title: t('scoring.factors.value'), cell: ({ value }) => value },
          {
            key: 'logOdds',
            title: t('scoring.factors.logOdds'),
            align: 'end',
            width: 90,
            cell: ({ key, logOdds }) =>
              key === 'sum' ? <b>{format.change(logOdds, 3)}</b> : format.change(logOdds, 3),
          },
          {
            key: 'points',
            title: t('scoring.factors.points'),
            align: 'end',
            width: 80,
            cell: ({ points }) =>
              points === null ? '' : t('scoring.panel.points', { points: format.change(points * 100, 1) }),
          },
          {
            key: 'support',
            title: t('scoring.factors.support'),
            align: 'end',
            width: 120,
            cell: ({ support }) =>
              support === null
                ? ''
                : support < SMALL_SUPPORT
                  ? t('scoring.panel.small', { count: support })
                  : format.number(support),
          },
        ]}
      />
    </section>
  );
}

const line = (key: string, name: string, logOdds: number): Line => ({
  key,
  name,
  value: '',
  logOdds,
  points: null,
  support: null,
});

import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import type { ModelKind, ModelReport } from '#shared/contract/scoreModel.contract.ts';
import { featureText } from '#shared/i18n/featureText.ts';
import styles from './FactorsCard.module.css';

interface FactorsCardProps {
  readonly kind: ModelKind;
  readonly report: ModelReport;
}

/** A weaker factor moves no figure that anybody reads. */
const SHOWN = 10;

/** 影响因素: what the model looks at, in which direction and by how many points on average. */
export function FactorsCard({ kind, report }: FactorsCardProps) {
  const t = useT();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { rate } = report.base;
  const factors = report.columns.toSorted((a, b) => b.importance - a.importance);
  const largest = factors[0]?.importance ?? 1;
  const shown = all ? factors : factors.slice(0, SHOWN);
  return (
    <Card title={t('scoreModels.factors.title')} sub={t('scoreModels.factors.sub')}>
      <ul className={styles.list}>
        {shown.map(({ name, importance, direction, known }) => (
          <li key={name} className={styles.row}>
            <span className={styles.name}>{featureText(name, t)}</span>
            <span className={styles.track} aria-hidden>
              <span
                className={styles.bar}
                data-direction={direction}
                style={{ inlineSize: `${(importance / largest) * 100}%` }}
              />
            </span>
            <span className={styles.direction} data-direction={direction}>
              {t(`scoreModels.direction.${direction}`)}
            </span>
            <span className={styles.size}>
              {t('scoreModels.factors.points', { points: format.number(rate * (1 - rate) * importance * 100, 1) })}
            </span>
            <span className={styles.known}>
              {t('scoreModels.factors.known', {
                share: format.percent(report.rows === 0 ? 0 : known / report.rows),
                known: format.number(known),
              })}
            </span>
          </li>
        ))}
      </ul>
      {factors.length > SHOWN ? (
        <Button size="small" tone="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('scoreModels.factors.fewer')
            : t('scoreModels.factors.all', { figure: format.number(factors.length) })}
        </Button>
      ) : null}
      <p className={styles.note}>{t(`scoreModels.factors.note.${kind}`)}</p>
    </Card>
  );
}

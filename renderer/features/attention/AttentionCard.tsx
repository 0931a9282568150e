import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { scoringContract } from '#shared/contract/scoring.contract.ts';
import type { AttentionRow } from '#shared/contract/scoringExplanation.ts';
import { stepText } from '#shared/i18n/stepText.ts';
import styles from './Attention.module.css';
import { PlanButton } from './PlanButton.tsx';

const SHOWN = 3;

/** On Today: the few deals of this person where effort pays most. Nothing at all while there is none. */
export function AttentionCard({ id }: RecordPartProps) {
  const t = useT();
  const list = useOperationQuery(scoringContract.attention, {
    ...(id === '' ? {} : { ownerId: id }),
    limit: SHOWN,
  });
  const { data } = list;
  if (!data || data.rows.length === 0) return null;
  return (
    <Card
      title={t('scoring.attention.title')}
      more={
        <Link to={paths.analytics({ view: 'attention', ...(id === '' ? {} : { owner: id }) })}>
          {t('scoring.attention.more')}
        </Link>
      }
      flush
    >
      <p className={styles.brief}>{t(data.rule === 'gain' ? 'scoring.levers.hint' : 'scoring.levers.gapsHint')}</p>
      <ul className={styles.rows}>
        {data.rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ row }: { readonly row: AttentionRow }) {
  const t = useT();
  const format = useFormat();
  const { effect } = row.step;
  return (
    <li className={styles.row}>
      <span className={styles.two}>
        <span className={styles.step}>{stepText(row.step, t)}</span>
        <span className={styles.of}>
          <Link to={paths.deal(row.id)}>{row.name}</Link>
          <span>
            {effect
              ? t('scoring.levers.fromTo', { from: format.percent(effect.from), to: format.percent(effect.to) })
              : format.money(row.amountMinor)}
          </span>
        </span>
      </span>
      <PlanButton row={row} />
    </li>
  );
}

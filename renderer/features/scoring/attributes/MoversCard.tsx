import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { pathOfRecord } from '#renderer/platform/paths.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import type { AttributeMover } from '#shared/contract/attributeScore.contract.ts';
import { entityWord } from './attributeWords.ts';
import styles from './MoversCard.module.css';

interface MoversCardProps {
  readonly up: readonly AttributeMover[];
  readonly down: readonly AttributeMover[];
}

/** Who would move most with the draft, up and down. */
export function MoversCard({ up, down }: MoversCardProps) {
  const t = useT();
  const none = up.length === 0 && down.length === 0;
  return (
    <Card title={t('attributes.movers.title')}>
      {none ? <p className={styles.none}>{t('attributes.movers.none')}</p> : null}
      <MoverList title={t('attributes.movers.up')} sign="▲" movers={up} />
      <MoverList title={t('attributes.movers.down')} sign="▼" movers={down} />
    </Card>
  );
}

interface MoverListProps {
  readonly title: string;
  readonly sign: string;
  readonly movers: readonly AttributeMover[];
}

function MoverList({ title, sign, movers }: MoverListProps) {
  const t = useT();
  const format = useFormat();
  if (movers.length === 0) return null;
  return (
    <section className={styles.list} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.rows}>
        {movers.map(({ entity, id, name, from, to }) => (
          <li key={id} className={styles.row}>
            <Link to={pathOfRecord(entity, id)}>{name}</Link>
            {entity === 'lead' ? <span className={styles.quiet}>{entityWord(t, entity)}</span> : null}
            <span className={styles.figures}>
              {format.number(Math.round(from))} → {format.number(Math.round(to))}
            </span>
            <span className={styles.change}>
              {sign} {format.number(Math.abs(Math.round(to) - Math.round(from)))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { useT } from '#renderer/platform/language.ts';
import { pathOfRecord } from '#renderer/platform/paths.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { Link } from '#renderer/ui/Link.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import type { DuplicateMatch } from '#shared/contract/duplicate.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import styles from './LikelyList.module.css';

interface LikelyListProps {
  readonly title: string;
  readonly matches: readonly DuplicateMatch[];
}

/** Records that may be the same one, with what they have in common. */
export function LikelyList({ title, matches }: LikelyListProps) {
  const t = useT();
  const format = useFormat();
  if (matches.length === 0) return null;
  return (
    <div className={styles.box} role="status">
      <b>{title}</b>
      <ul className={styles.list}>
        {matches.map((match) => {
          const status = `leads.status.${match.status}`;
          return (
            <li key={`${match.entity} ${match.id}`} className={styles.row}>
              <Tag tone={match.level === 'sure' ? 'negative' : match.level === 'likely' ? 'warning' : 'plain'}>
                {t(`leads.level.${match.level}`)}
              </Tag>
              <Link to={pathOfRecord(match.entity, match.id)} className={styles.name}>
                {match.title}
              </Link>
              <span className={styles.quiet}>
                {format.list(
                  [t(`app.entity.${match.entity}`), isTextKey(status) ? t(status) : '', match.subtitle].filter(
                    (part) => part !== '',
                  ),
                )}
              </span>
              <span className={styles.same}>
                {t('leads.likely.same', { what: format.list(match.kinds.map((kind) => t(`leads.kind.${kind}`))) })}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

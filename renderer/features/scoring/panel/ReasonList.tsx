import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import type { ScoreFactor, ScoreReason } from '#shared/contract/scoringExplanation.ts';
import { SMALL_SUPPORT, topReasons } from '#shared/domain/scoring/explain/reasons.ts';
import { reasonText, type StageStay } from '#shared/i18n/reasonText.ts';
import styles from './Panel.module.css';

interface ReasonListProps {
  readonly reasons: readonly ScoreReason[];
  readonly factors: readonly ScoreFactor[];
  readonly stay: StageStay | null;
  /** How many in each direction. */
  readonly count: number;
}

/** What raises the figure at the left, what lowers it at the right; hollow where few past records stand behind it. */
export function ReasonList({ reasons, factors, stay, count }: ReasonListProps) {
  const t = useT();
  const { up, down } = topReasons(reasons, count);
  if (up.length === 0 && down.length === 0) return <p className={styles.quiet}>{t('scoring.panel.noReason')}</p>;
  return (
    <div className={styles.reasons}>
      {[up, down].map((list, side) => (
        <ul
          key={side === 0 ? 'up' : 'down'}
          className={styles.side}
          aria-label={t(sideKeys[side] ?? 'scoring.panel.raises')}
        >
          {list.map((reason) => (
            <Reason key={reason.code} reason={reason} factors={factors} stay={stay} />
          ))}
        </ul>
      ))}
    </div>
  );
}

const sideKeys = ['scoring.panel.raises', 'scoring.panel.lowers'] as const;

interface ReasonProps {
  readonly reason: ScoreReason;
  readonly factors: readonly ScoreFactor[];
  readonly stay: StageStay | null;
}

function Reason({ reason, factors, stay }: ReasonProps) {
  const t = useT();
  const format = useFormat();
  const isUp = reason.direction === 'up';
  const small = reason.support < SMALL_SUPPORT;
  const spoken = t('scoring.panel.pointsSpoken', {
    direction: t(isUp ? 'scoring.panel.raises' : 'scoring.panel.lowers'),
    points: format.number(Math.abs(reason.points) * 100, 0),
    count: reason.support,
  });
  const tip = small ? `${spoken} ${t('scoring.panel.small', { count: reason.support })}` : spoken;
  return (
    <li className={styles.reason} data-tip={tip}>
      <span className={classNames(styles.sign, isUp ? styles.up : styles.down, small && styles.hollow)} aria-hidden>
        {isUp ? '+' : '−'}
      </span>
      <span className={styles.words}>{reasonText(reason, factors, stay, t, format)}</span>
      <VisuallyHidden>{tip}</VisuallyHidden>
    </li>
  );
}

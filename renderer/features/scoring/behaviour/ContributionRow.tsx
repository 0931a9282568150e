import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { DateText } from '#renderer/ui/DateText.tsx';
import type { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import styles from './BehaviourScoreCard.module.css';

interface ContributionRowProps {
  readonly event: OutputOf<typeof behaviourContract.ofRecord>['events'][number];
  readonly name: string;
  /** Where several people act, who it was. */
  readonly showPerson: boolean;
}

/** One event: what, who and when, and what is left of its points. */
export function ContributionRow({ event, name, showPerson }: ContributionRowProps) {
  const t = useT();
  const format = useFormat();
  const { detail, durationSeconds, personName, given, now, at } = event;
  const minutes =
    durationSeconds === null || durationSeconds === 0
      ? ''
      : t('behaviour.card.minutes', { count: Math.max(1, Math.round(durationSeconds / 60)) });
  const words = [detail, minutes, showPerson ? personName : ''].filter((part) => part !== '');
  const left = t('behaviour.card.left', { now: format.number(now, 1), given: format.number(given, 1) });
  return (
    <li>
      <span className={styles.kind}>{name}</span>
      <span className={styles.detail} title={words.join(' ')}>
        {words.join(' ')}
      </span>
      <DateText at={at} />
      <span className={styles.points} data-tip={given === 0 ? t('behaviour.card.noRule') : left}>
        {given === 0 ? '0' : format.change(now, 1)}
      </span>
    </li>
  );
}

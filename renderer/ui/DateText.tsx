import { useFormat } from '#renderer/platform/format.ts';
import { NO_FIGURE } from '#shared/i18n/formatNumber.ts';
import styles from './figure.module.css';

type DateTextProps =
  | {
      /** A calendar day. */
      readonly day: string | null;
      /** `relative`: 今天, 3天后; `month`: 2027年3月. */
      readonly as?: 'day' | 'relative' | 'month';
    }
  | {
      /** An instant, epoch ms. */
      readonly at: number | null;
      readonly as?: 'day' | 'time' | 'full';
    };

/** A date the way people write it: 9月16日, with its year only when that differs. */
export function DateText(props: DateTextProps) {
  const format = useFormat();
  return <span className={styles.figure}>{written(props, format)}</span>;
}

function written(props: DateTextProps, format: ReturnType<typeof useFormat>): string {
  if ('day' in props) {
    if (props.day === null) return NO_FIGURE;
    if (props.as === 'relative') return format.relativeDay(props.day);
    return props.as === 'month' ? format.month(props.day) : format.day(props.day);
  }
  if (props.at === null) return NO_FIGURE;
  if (props.as === 'time') return format.time(props.at);
  return props.as === 'full' ? format.instant(props.at) : format.instantDay(props.at);
}

import { useT } from '#renderer/platform/language.ts';
import { classNames } from '#renderer/ui/classNames.ts';
import styles from './CalendarPart.module.css';

/** What the marks of the calendar mean; each is a shape with its word, not a colour alone. */
export function CalendarLegend() {
  const t = useT();
  return (
    <ul className={styles.legend} aria-label={t('settings.calendar.legend')}>
      <li>
        <span className={classNames(styles.sample, styles.off)}>
          <i>{t('settings.calendar.off')}</i>
        </span>
        {t('settings.calendar.offDay')}
      </li>
      <li>
        <span className={classNames(styles.sample, styles.worked)}>
          <i>{t('settings.calendar.worked')}</i>
        </span>
        {t('settings.calendar.workedDay')}
      </li>
      <li>
        <span className={classNames(styles.sample, styles.changed)} />
        {t('settings.calendar.changed')}
      </li>
    </ul>
  );
}

import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import styles from './ScheduleCard.module.css';
import { scheduledTasks, type TodayAnswer } from './todayModel.ts';

const HOUR_PX = 42;
const FIRST_HOUR = 9;
const LAST_HOUR = 18;
const SHOWN_MINUTES = 60;

/** What has an hour today, on an axis from nine to six (wider when something lies outside). */
export function ScheduleCard({ answer }: { readonly answer: TodayAnswer }) {
  const t = useT();
  const format = useFormat();
  const tasks = scheduledTasks(answer);
  const hoursOf = tasks.map((task) => Math.floor(task.dueMinute / 60));
  const first = Math.min(FIRST_HOUR, ...hoursOf);
  const last = Math.max(LAST_HOUR, ...hoursOf.map((hour) => hour + 1));
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <Card title={t('today.schedule.title')} more={tasks.length === 0 ? t('today.schedule.none') : null}>
      <div className={styles.axis} style={{ height: (last - first) * HOUR_PX + 20 }}>
        {hours.map((hour) => (
          <div key={hour} className={styles.hour} style={{ top: (hour - first) * HOUR_PX }}>
            {format.minuteOfDay(hour * 60)}
          </div>
        ))}
        {tasks.map((task) => (
          <div
            key={task.id}
            className={styles.entry}
            style={{
              top: ((task.dueMinute - first * 60) / 60) * HOUR_PX + 9,
              height: (SHOWN_MINUTES / 60) * HOUR_PX - 4,
            }}
          >
            {task.opportunity ? (
              <Link to={paths.deal(task.opportunity.id)}>{task.title}</Link>
            ) : (
              <span>{task.title}</span>
            )}
            <span className={styles.where}>{task.account?.name ?? task.opportunity?.name ?? ''}</span>
          </div>
        ))}
      </div>
    </Card>
  );
}

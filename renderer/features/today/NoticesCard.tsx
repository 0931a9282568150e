import { useLanguage, useT } from '#renderer/platform/language.ts';
import { runCommand } from '#renderer/platform/commands.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { noticeContract } from '#shared/contract/notice.contract.ts';
import { noticeNames, noticeText } from '#shared/i18n/noticeText.ts';
import styles from './NoticesCard.module.css';

const SHOWN = 5;

/** The reminders that are no tasks of one's own (those stand in the list): escalations, leads, what rules say. */
export function NoticesCard() {
  const t = useT();
  const language = useLanguage();
  const list = useOperationQuery(noticeContract.list, {});
  const items = (list.data?.groups ?? [])
    .flatMap((group) => group.items)
    .filter(({ kind }) => kind !== 'taskDue' && kind !== 'taskOverdue' && kind !== 'stageOverdue');
  return (
    <Card
      title={t('today.notices.title')}
      sub={items.length > 0 ? items.length : null}
      flush
      more={
        <Button size="small" tone="quiet" onClick={() => runCommand('notices.open')}>
          {t('today.notices.all')}
        </Button>
      }
    >
      {items.length === 0 ? (
        <p className={styles.none}>{t('today.notices.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {items.slice(0, SHOWN).map((notice) => {
            const { title, body } = noticeText(noticeNames(notice), t, language);
            return (
              <li key={notice.id} className={styles.row}>
                <span>{title}</span>
                <span className={styles.where}>{body}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Popover } from '#renderer/ui/Popover.tsx';
import { noticeContract } from '#shared/contract/notice.contract.ts';
import styles from './NoticeBell.module.css';
import { badgeText } from './noticeModel.ts';
import { NoticePanel } from './NoticePanel.tsx';

/** The bell in the top bar with the number of open reminders; B opens it from anywhere. */
export function NoticeBell() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const count = useOperationQuery(noticeContract.counts, {}).data?.open ?? 0;
  useCommands([
    {
      id: 'notices.open',
      titleKey: 'notices.panel.title',
      group: 'do',
      icon: Bell,
      keys: 'b',
      run: () => setOpen(true),
    },
  ]);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      width={430}
      align="end"
      content={<NoticePanel onClose={() => setOpen(false)} />}
    >
      <span className={styles.bell}>
        <IconButton
          outlined
          icon={Bell}
          label={count === 0 ? t('notices.bell.label') : t('notices.bell.count', { count })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
        {count === 0 ? null : (
          <span className={styles.badge} aria-hidden>
            {badgeText(count)}
          </span>
        )}
      </span>
    </Popover>
  );
}

import { Settings2 } from 'lucide-react';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { noticeContract } from '#shared/contract/notice.contract.ts';
import styles from './NoticePanel.module.css';
import { NoticeLine } from './NoticeLine.tsx';
import { PermissionLine } from './PermissionLine.tsx';

/** Everything a person is to be reminded of, by what it asks of them; each can be dealt with where it stands. */
export function NoticePanel({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const list = useOperationQuery(noticeContract.list, {});
  const dismissAll = useOperationCommand(noticeContract.dismissAll, {
    onSuccess: ({ changed }) => showToast({ title: t('notices.panel.dismissed', { count: changed }) }),
  });
  const listed = list.data?.groups.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const beyond = (list.data?.counts.open ?? 0) - listed;
  const lead = (to: string) => {
    onClose();
    go(to);
  };
  return (
    <section className={styles.panel} aria-label={t('notices.panel.title')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t('notices.panel.title')}</h2>
      </header>
      <div className={styles.list}>
        {list.error ? (
          <ErrorState failure={list.error.failure} onRetry={() => void list.refetch()} />
        ) : list.data === undefined ? (
          <Skeleton rows={4} height={52} />
        ) : listed === 0 ? (
          <EmptyState title={t('notices.empty.title')} detail={t('notices.empty.detail')} />
        ) : (
          list.data.groups.map(({ group, items }) => (
            <section key={group} aria-label={t(`notices.group.${group}`)}>
              <h3 className={styles.group}>
                {t(`notices.group.${group}`)} <span className={styles.count}>{list.data.counts.groups[group]}</span>
              </h3>
              <ul className={styles.lines}>
                {items.map((notice) => (
                  <NoticeLine key={notice.id} notice={notice} onGo={lead} />
                ))}
              </ul>
            </section>
          ))
        )}
      </div>
      {beyond > 0 ? <p className={styles.beyond}>{t('notices.panel.more', { count: beyond })}</p> : null}
      <PermissionLine />
      <footer className={styles.foot}>
        {listed > 0 ? (
          <Button size="small" tone="quiet" busy={dismissAll.pending} onClick={() => void dismissAll.run({})}>
            {t('notices.panel.dismissAll')}
          </Button>
        ) : null}
        <IconButton
          size="small"
          icon={Settings2}
          label={t('notices.panel.settings')}
          onClick={() => lead(paths.settings({ tab: 'notices' }))}
        />
      </footer>
    </section>
  );
}

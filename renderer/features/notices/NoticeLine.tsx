import {
  AlarmClock,
  CircleHelp,
  Clock,
  ClockAlert,
  Filter,
  GraduationCap,
  type LucideIcon,
  ShieldAlert,
  Users,
  X,
} from 'lucide-react';
import { type Format, useFormat } from '#renderer/platform/format.ts';
import { runCommand } from '#renderer/platform/commands.ts';
import { useLanguage, useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { showToast } from '#renderer/platform/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { type Notice, noticeContract } from '#shared/contract/notice.contract.ts';
import { taskContract } from '#shared/contract/opportunity.contract.ts';
import type { NoticeKind } from '#shared/domain/notices/notice.ts';
import { snoozeChoices } from '#shared/domain/notices/snoozeUntil.ts';
import { noticeNames, noticeText } from '#shared/i18n/noticeText.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import styles from './NoticeLine.module.css';
import { placeOf } from './noticeModel.ts';

interface NoticeLineProps {
  readonly notice: Notice;
  readonly onGo: (to: string) => void;
}

const icons: Readonly<Record<NoticeKind, LucideIcon>> = {
  taskDue: AlarmClock,
  taskOverdue: ClockAlert,
  stageOverdue: CircleHelp,
  leadEnding: Filter,
  taskEscalated: Users,
  stageEscalated: Users,
  reminder: Clock,
  managerReminder: Users,
  damage: ShieldAlert,
  modelRefit: GraduationCap,
  modelReview: GraduationCap,
};

/** One reminder: what, where, and how to be done with it. */
export function NoticeLine({ notice, onGo }: NoticeLineProps) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const { title: sentence, body } = noticeText(noticeNames(notice), t, language);
  // The group says already that it is due or overdue.
  const title = notice.kind === 'taskDue' || notice.kind === 'taskOverdue' ? (notice.task?.name ?? sentence) : sentence;
  const detail = detailsOf(notice, body, t, format);
  return (
    <li className={styles.line} data-group={notice.group}>
      <span className={styles.icon}>
        <Icon of={icons[notice.kind]} />
      </span>
      <div className={styles.words}>
        <button type="button" className={styles.title} onClick={() => onGo(placeOf(notice))}>
          {title}
        </button>
        {detail === '' ? null : <p className={styles.detail}>{detail}</p>}
      </div>
      <div className={styles.actions}>
        <LineActions notice={notice} title={title} onGo={onGo} />
        <Dismiss id={notice.id} title={title} />
      </div>
    </li>
  );
}

function LineActions({ notice, title, onGo }: NoticeLineProps & { readonly title: string }) {
  const t = useT();
  const format = useFormat();
  const done = useOperationCommand(taskContract.setStatus, { undoLabel: () => t('today.task.done') });
  const snooze = useOperationCommand(noticeContract.snooze, {
    onSuccess: ({ until }) => showToast({ title: t('notices.later.done', { when: format.instant(until) }) }),
  });
  const { task, opportunity, kind } = notice;
  return (
    <>
      {task && (kind === 'taskDue' || kind === 'taskOverdue') ? (
        <Button
          size="small"
          busy={done.pending}
          aria-label={t('today.task.complete', { title: task.name })}
          onClick={() => void done.run({ id: task.id, status: 'done' })}
        >
          {t('notices.action.done')}
        </Button>
      ) : null}
      {opportunity && kind === 'stageOverdue' ? (
        <Button
          size="small"
          aria-label={`${t('notices.action.reason')} ${opportunity.name}`}
          onClick={() => runCommand('deal.stallReason', { opportunityId: opportunity.id, name: opportunity.name })}
        >
          {t('notices.action.reason')}
        </Button>
      ) : null}
      {kind === 'damage' ? (
        <Button size="small" onClick={() => onGo(placeOf(notice))}>
          {t('notices.action.restore')}
        </Button>
      ) : null}
      <Menu
        items={snoozeChoices.map((until) => ({
          key: until,
          label: t(`notices.later.${until}`),
          onSelect: () => void snooze.run({ id: notice.id, until }),
        }))}
      >
        <Button size="small" tone="quiet" aria-label={`${t('notices.action.later')} ${title}`}>
          {t('notices.action.later')}
        </Button>
      </Menu>
    </>
  );
}

function Dismiss({ id, title }: { readonly id: string; readonly title: string }) {
  const t = useT();
  const dismiss = useOperationCommand(noticeContract.markRead);
  return (
    <IconButton
      size="small"
      icon={X}
      label={`${t('notices.action.dismiss')} ${title}`}
      onClick={() => void dismiss.run({ ids: [id] })}
    />
  );
}

function detailsOf(notice: Notice, body: string, t: Translate, format: Format): string {
  const { task, stall, kind } = notice;
  const parts = [body];
  if (task?.dueDate && kind !== 'taskDue') parts.push(t('notices.text.dueDay', { day: format.day(task.dueDate) }));
  if (kind === 'taskDue' && task?.dueMinute != null) parts.push(format.minuteOfDay(task.dueMinute));
  if (kind === 'stageOverdue' || kind === 'stageEscalated') {
    parts.push(t('notices.text.stage', { stage: notice.stageName }));
  }
  if (kind === 'stageEscalated' && stall) {
    parts.push(t('notices.text.stall', { reason: stall.note || t(`notices.stallCode.${stall.code}`) }));
  }
  if (kind === 'damage') {
    parts.push(
      notice.backup ? t('notices.text.backup', { when: format.instant(notice.backup.at) }) : t('notices.text.noBackup'),
    );
  }
  return format.list(parts.filter((part) => part !== ''));
}

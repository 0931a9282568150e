import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { NumberInput } from '#renderer/ui/NumberInput.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { TimeInput } from '#renderer/ui/TimeInput.tsx';
import {
  noticeContract,
  type PersonalNoticeSettings,
  type TeamNoticeSettings,
} from '#shared/contract/notice.contract.ts';
import styles from './NoticesPart.module.css';
import { SettingRow } from './SettingRow.tsx';

/** When this person is reminded and left alone, and when managers hear of what is overdue. */
export function NoticesPart() {
  const settings = useOperationQuery(noticeContract.settings, {});
  if (settings.error) return <ErrorState failure={settings.error.failure} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <Skeleton rows={5} height={56} />;
  return (
    <>
      <PersonalCard settings={settings.data.personal} />
      <TeamCard settings={settings.data.team} />
    </>
  );
}

function PersonalCard({ settings: stored }: { readonly settings: PersonalNoticeSettings }) {
  const t = useT();
  const [unreadable, setUnreadable] = useState(false);
  // What was chosen shows at once; it is this device's own, so nobody else changes it meanwhile.
  const [settings, setSettings] = useState(stored);
  const save = useOperationCommand(noticeContract.savePersonal);
  const { quiet } = settings;
  const keep = (next: PersonalNoticeSettings) => {
    setSettings(next);
    void save.run(next);
  };
  const change = (part: Partial<PersonalNoticeSettings['quiet']>) =>
    keep({ ...settings, quiet: { ...quiet, ...part } });
  return (
    <Card flush>
      <SettingRow title={t('notices.settings.quiet')} detail={t('notices.settings.quietDetail')}>
        <span className={styles.times}>
          <Checkbox checked={quiet.enabled} onChange={(enabled) => change({ enabled })}>
            <span className={styles.hidden}>{t('notices.settings.quiet')}</span>
          </Checkbox>
          <span className={styles.time}>
            <TimeInput
              size="small"
              aria-label={t('notices.settings.from')}
              disabled={!quiet.enabled}
              value={quiet.from}
              onReadable={(readable) => setUnreadable(!readable)}
              onChange={(from) => from !== null && change({ from })}
            />
          </span>
          {'–'}
          <span className={styles.time}>
            <TimeInput
              size="small"
              aria-label={t('notices.settings.until')}
              disabled={!quiet.enabled}
              value={quiet.until}
              onReadable={(readable) => setUnreadable(!readable)}
              onChange={(until) => until !== null && change({ until })}
            />
          </span>
        </span>
      </SettingRow>
      <SettingRow title={t('notices.settings.freeDays')} detail={t('notices.settings.freeDaysDetail')}>
        <Checkbox checked={quiet.freeDays} disabled={!quiet.enabled} onChange={(freeDays) => change({ freeDays })}>
          <span className={styles.hidden}>{t('notices.settings.freeDays')}</span>
        </Checkbox>
      </SettingRow>
      <SettingRow title={t('notices.settings.morning')} detail={t('notices.settings.morningDetail')}>
        <span className={styles.times}>
          <span className={styles.time}>
            <TimeInput
              size="small"
              aria-label={t('notices.settings.morning')}
              value={settings.morningMinute}
              onReadable={(readable) => setUnreadable(!readable)}
              onChange={(morningMinute) => morningMinute !== null && keep({ ...settings, morningMinute })}
            />
          </span>
        </span>
      </SettingRow>
      {unreadable ? (
        <p className={styles.problem} role="alert">
          {t('notices.settings.badTime')}
        </p>
      ) : null}
    </Card>
  );
}

const teamFields = [
  ['taskEscalationDays', 'notices.settings.taskDays'],
  ['stageEscalationDays', 'notices.settings.stageDays'],
] as const;

function TeamCard({ settings }: { readonly settings: TeamNoticeSettings }) {
  const t = useT();
  const [unreadable, setUnreadable] = useState(false);
  const save = useOperationCommand(noticeContract.saveTeam, { undoLabel: () => t('notices.settings.saved') });
  return (
    <Card title={t('notices.settings.team')} sub={t('notices.settings.teamDetail')} flush>
      {teamFields.map(([field, label]) => (
        <SettingRow key={field} title={t(label)}>
          <span className={styles.times}>
            <span className={styles.days}>
              <NumberInput
                size="small"
                aria-label={t(label)}
                minimum={1}
                maximum={60}
                value={settings[field]}
                onReadable={(readable) => setUnreadable(!readable)}
                onChange={(days) =>
                  days !== null && days !== settings[field] && void save.run({ ...settings, [field]: days })
                }
              />
            </span>
            {t('notices.settings.days')}
          </span>
        </SettingRow>
      ))}
      {unreadable ? (
        <p className={styles.problem} role="alert">
          {t('notices.settings.badDays')}
        </p>
      ) : null}
    </Card>
  );
}

import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { activityIcon } from '#renderer/ui/activityIcons.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import { StallText } from '#renderer/ui/StallText.tsx';
import type { noticeContract } from '#shared/contract/notice.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { DayGroup } from './DayGroup.tsx';
import list from './TodayList.module.css';
import styles from './TodayScreen.module.css';
import { rowsOf } from './todayModel.ts';
import { TeamRow } from './TeamRow.tsx';
import { useTodayKeys } from './useTodayKeys.ts';

/** What the people whom one leads have let slip, with whose it is; the work itself stays with them. */
export function TeamDay({ team }: { readonly team: OutputOf<typeof noticeContract.team> }) {
  const t = useT();
  const format = useFormat();
  const [selected, setSelected] = useState<string | null>(null);
  useTodayKeys({ rows: rowsOf(team.tasks, team.stalled), selected, blocked: false, onSelect: setSelected });
  const choice = (id: string) => ({ selected: id === selected, onSelect: () => setSelected(id) });
  if (team.tasks.length + team.stalled.length === 0) {
    return (
      <div className={styles.single}>
        <Card>
          <EmptyState title={t('today.team.empty')} detail={t('today.team.emptyDetail')} />
        </Card>
      </div>
    );
  }
  return (
    <div className={styles.single}>
      <div className={list.card}>
        <DayGroup title={t('today.team.tasks')} count={team.tasks.length}>
          {team.tasks.map((task) => (
            <TeamRow
              key={task.id}
              {...choice(task.id)}
              icon={activityIcon(task.kind)}
              title={task.title}
              where={format.list([task.account?.name, task.opportunity?.name].filter((name) => name !== undefined))}
              owner={task.owner?.name ?? ''}
              why={task.stageName === '' ? '' : t('today.task.stage', { stage: task.stageName })}
              dealId={task.opportunity?.id ?? null}
              money={task.opportunity ? { minor: task.amountMinor, currency: task.currency } : null}
              late={task.dueDate === null ? '' : format.relativeDay(task.dueDate)}
            />
          ))}
        </DayGroup>
        <DayGroup title={t('today.team.stalled')} count={team.stalled.length}>
          {team.stalled.map((deal) => (
            <TeamRow
              key={deal.id}
              {...choice(deal.id)}
              icon={Hourglass}
              title={deal.name}
              where={deal.account?.name ?? ''}
              owner={deal.owner?.name ?? ''}
              why={deal.stall ? <StallText stall={deal.stall} /> : t('today.stalled.why')}
              dealId={deal.id}
              money={{ minor: deal.amountMinor, currency: deal.currency }}
              late={deal.daysOver === null ? null : <StallTag daysOver={deal.daysOver} />}
            />
          ))}
        </DayGroup>
      </div>
    </div>
  );
}

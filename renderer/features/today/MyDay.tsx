import { Suspense, useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { partOf } from '#renderer/platform/parts.ts';
import type { Task } from '#shared/contract/opportunity.contract.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { NoticesCard } from './NoticesCard.tsx';
import { QuickLogLine } from './QuickLogLine.tsx';
import { RescheduleDialog } from './RescheduleDialog.tsx';
import { ScheduleCard } from './ScheduleCard.tsx';
import { TodayList } from './TodayList.tsx';
import styles from './TodayScreen.module.css';
import { rowsOf, type TodayAnswer, todaySections } from './todayModel.ts';
import { useTaskStatus } from './useTaskStatus.ts';
import { useTodayKeys } from './useTodayKeys.ts';

/** One's own day: what is overdue, what is due, what stands still; beside it the hours and what else there is to know. */
export function MyDay({ answer, memberId }: { readonly answer: TodayAnswer; readonly memberId: string }) {
  const t = useT();
  const [selected, setSelected] = useState<string | null>(null);
  const [later, setLater] = useState<Task | null>(null);
  const setStatus = useTaskStatus();
  const sections = todaySections(answer);
  const rows = rowsOf(
    sections.flatMap(({ tasks }) => tasks),
    answer.stalled,
  );
  useTodayKeys({
    rows,
    selected,
    blocked: later !== null,
    onSelect: setSelected,
    onDone: (task) => setStatus(task, 'done'),
    onLater: setLater,
  });
  return (
    <div className={styles.screen}>
      <div className={styles.main}>
        <QuickLogLine />
        {rows.length === 0 ? (
          <Card>
            <EmptyState title={t('today.empty.title')} detail={t('today.empty.detail')} />
          </Card>
        ) : (
          <TodayList
            sections={sections}
            overdueTotal={answer.overdueTotal}
            stalled={answer.stalled}
            stalledTotal={answer.stalledTotal}
            selected={selected}
            onSelect={setSelected}
            onDone={(task) => setStatus(task, 'done')}
            onLater={setLater}
          />
        )}
      </div>
      <div className={styles.side}>
        <ScheduleCard answer={answer} />
        <SignOffsPart memberId={memberId} />
        <AttentionPart memberId={memberId} />
        <NoticesCard />
      </div>
      {later ? <RescheduleDialog task={later} onClose={() => setLater(null)} /> : null}
    </div>
  );
}

/** Sign-offs that wait for this person, which another feature knows of. */
function SignOffsPart({ memberId }: { readonly memberId: string }) {
  const Part = partOf('today.signOffs');
  if (Part === null) return null;
  return (
    <Suspense fallback={null}>
      {/* Parts are made once, at the start; this only looks one up. */}
      {/* oxlint-disable-next-line react/static-components */}
      <Part id={memberId} />
    </Suspense>
  );
}

/** Where effort pays most this week, which another feature ranks. */
function AttentionPart({ memberId }: { readonly memberId: string }) {
  const Part = partOf('today.attention');
  if (Part === null) return null;
  return (
    <Suspense fallback={null}>
      {/* Parts are made once, at the start; this only looks one up. */}
      {/* oxlint-disable-next-line react/static-components */}
      <Part id={memberId} />
    </Suspense>
  );
}

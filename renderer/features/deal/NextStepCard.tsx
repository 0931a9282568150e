import { useState } from 'react';
import { runCommand } from '#renderer/platform/commands.ts';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { regionStore } from '#renderer/platform/region.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { DateInput } from '#renderer/ui/DateInput.tsx';
import { Light, type LightState } from '#renderer/ui/Light.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { type OpportunityPage, taskContract } from '#shared/contract/opportunity.contract.ts';
import styles from './NextStepCard.module.css';

/** The one next step; completing it opens 记一笔 with it, so that the result is written down with the tick. */
export function NextStepCard({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const { card } = page;
  return (
    <Card title={<span className={styles.label}>{t('deal.next.title')}</span>}>
      {card.next ? (
        <Planned page={page} next={card.next} />
      ) : (
        <Missing dealId={card.id} closed={card.status !== 'open'} />
      )}
    </Card>
  );
}

type Next = NonNullable<OpportunityPage['card']['next']>;

function Planned({ page, next }: { readonly page: OpportunityPage; readonly next: Next }) {
  const t = useT();
  const format = useFormat();
  const today = regionStore((region) => region.today);
  const [moving, setMoving] = useState(false);
  const update = useOperationCommand(taskContract.update, {
    undoLabel: () => t('deal.next.moved'),
    onSuccess: () => setMoving(false),
  });
  const due = next.dueDate === null ? '' : format.relativeDay(next.dueDate);
  const when = next.dueMinute === null ? due : `${due} ${format.minuteOfDay(next.dueMinute)}`;
  return (
    <>
      <p className={styles.title}>{next.title}</p>
      {page.fields.nextStep === '' ? null : <p className={styles.why}>{page.fields.nextStep}</p>}
      <div className={styles.actions}>
        <Button
          tone="primary"
          onClick={() =>
            runCommand('activity.log', { opportunityId: page.card.id, subject: next.title, taskId: next.taskId })
          }
        >
          {t('deal.next.complete')}
        </Button>
        {moving ? (
          <DateInput
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to change the day
            autoFocus
            defaultOpen
            aria-label={t('deal.next.reschedule')}
            value={next.dueDate}
            onChange={(dueDate) => void update.run({ id: next.taskId, fields: { dueDate } })}
            onBlur={() => setMoving(false)}
          />
        ) : (
          <Button onClick={() => setMoving(true)}>{t('deal.next.reschedule')}</Button>
        )}
        <span className={styles.due}>
          <Light state={lightOf(next.dueDate, today)} />
          {when}
        </span>
      </div>
    </>
  );
}

function lightOf(dueDate: string | null, today: string): LightState {
  if (dueDate === null || dueDate > today) return 'planned';
  return dueDate === today ? 'today' : 'overdue';
}

function Missing({ dealId, closed }: { readonly dealId: string; readonly closed: boolean }) {
  const t = useT();
  const [title, setTitle] = useState('');
  const [dueDate, setDueDate] = useState<string | null>(null);
  const create = useOperationCommand(taskContract.create, {
    undoLabel: () => t('deal.next.created'),
    onSuccess: () => setTitle(''),
  });
  if (closed) return <p className={styles.why}>{t('deal.next.closed')}</p>;
  return (
    <form
      className={styles.actions}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void create.run({ title, dueDate, opportunityId: dealId });
      }}
    >
      <Light state="none" />
      <span className={styles.grow}>
        <TextInput
          value={title}
          maxLength={200}
          aria-label={t('deal.next.title')}
          placeholder={t('deal.next.missing')}
          onChange={setTitle}
        />
      </span>
      <DateInput aria-label={t('fields.task.dueDate')} value={dueDate} onChange={setDueDate} />
      <Button type="submit" tone="primary" busy={create.pending} disabled={title.trim() === ''}>
        {t('deal.next.plan')}
      </Button>
    </form>
  );
}

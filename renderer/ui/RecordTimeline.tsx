import { ArrowRightLeft, CircleCheck, type LucideIcon, Pencil } from 'lucide-react';
import { useState } from 'react';
import { type Format, useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { activityContract, type TimelineEntry } from '#shared/contract/opportunity.contract.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { activityIcon } from './activityIcons.ts';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorState } from './ErrorState.tsx';
import { fieldLabel, fieldValue } from './fieldText.ts';
import styles from './RecordTimeline.module.css';
import { Segmented } from './Segmented.tsx';
import { Skeleton } from './Skeleton.tsx';
import { TimelineRow } from './TimelineRow.tsx';

type Entity = 'opportunity' | 'account' | 'contact' | 'lead';
type Show = 'all' | 'activities' | 'changes';
const PAGE = 40;

interface RecordTimelineProps {
  readonly entity: Entity;
  readonly id: string;
  /** How many entries to begin with. */
  readonly first?: number;
}

/** 动态: everything that happened with a record, newest first; more on demand. */
export function RecordTimeline({ entity, id, first = PAGE }: RecordTimelineProps) {
  const t = useT();
  const [show, setShow] = useState<Show>('all');
  const [limit, setLimit] = useState(first);
  const { data, error, refetch } = useOperationQuery(
    activityContract.timeline,
    { entity, id, show, limit: Math.min(limit, 200) },
    { keepPrevious: true },
  );
  return (
    <Card
      title={t('activities.timeline.title')}
      sub={
        <Segmented
          size="small"
          label={t('activities.timeline.show')}
          value={show}
          onChange={setShow}
          options={(['all', 'activities', 'changes'] as const).map((value) => ({
            value,
            label: t(`activities.timeline.${value}`),
          }))}
        />
      }
      flush
    >
      {error ? (
        <ErrorState failure={error.failure} onRetry={() => void refetch()} />
      ) : data ? (
        <>
          {data.entries.length === 0 ? (
            <EmptyState title={t('activities.timeline.empty')} detail={t('activities.timeline.emptyHint')} />
          ) : (
            <ul className={styles.rows}>
              {data.entries.map((entry) => (
                <Entry key={`${entry.type} ${entry.id}`} entry={entry} entity={entity} />
              ))}
            </ul>
          )}
          {data.nextBefore !== null && limit < 200 ? (
            <div className={styles.more}>
              <Button tone="quiet" size="small" onClick={() => setLimit(limit + PAGE)}>
                {t('activities.timeline.more')}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <Skeleton rows={6} />
      )}
    </Card>
  );
}

function Entry({ entry, entity }: { readonly entry: TimelineEntry; readonly entity: Entity }) {
  const t = useT();
  const format = useFormat();
  const row = rowOf(entry, entity, t, format);
  return <TimelineRow {...row} when={format.instantDay(entry.at)} who={entry.who} />;
}

interface Row {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail?: string;
  readonly trailing?: string;
}

function rowOf(entry: TimelineEntry, entity: Entity, t: Translate, format: Format): Row {
  const onDeal = entity === 'opportunity' || entry.opportunity === null ? '' : entry.opportunity.name;
  switch (entry.type) {
    case 'activity': {
      const people = format.list(entry.contacts.map(({ name }) => name));
      const minutes =
        entry.durationMinutes === null ? '' : t('activities.timeline.minutes', { minutes: entry.durationMinutes });
      return {
        icon: activityIcon(entry.kind),
        title: entry.subject,
        ...(entry.note === '' ? {} : { detail: entry.note }),
        trailing: format.list([onDeal, people, minutes].filter((part) => part !== '')),
      };
    }
    case 'stage':
      return {
        icon: ArrowRightLeft,
        title: entry.from === '' ? entry.to : t('activities.timeline.moved', { from: entry.from, to: entry.to }),
        ...(entry.reason === '' ? {} : { detail: entry.reason }),
        trailing: onDeal === '' ? stageWord(entry.kind, t) : onDeal,
      };
    case 'task':
      return { icon: CircleCheck, title: entry.title, trailing: onDeal };
    case 'change':
      break;
  }
  return {
    icon: Pencil,
    title: t('activities.timeline.changed', {
      field: fieldLabel(t, entity, entry.field),
      from: fieldValue(t, format, entity, entry.field, entry.from),
      to: fieldValue(t, format, entity, entry.field, entry.to),
    }),
    trailing: onDeal,
  };
}

function stageWord(kind: string, t: Translate): string {
  const key = `activities.stage.${kind}`;
  return isTextKey(key) ? t(key) : '';
}

import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { behaviourContract } from '#shared/contract/behaviour.contract.ts';
import { searchContract } from '#shared/contract/search.contract.ts';
import styles from './BehaviourRulesPart.module.css';
import type { UnmatchedEvent } from './downloadUnmatched.ts';

interface AssignEventsProps {
  readonly event: UnmatchedEvent;
  readonly onClose: () => void;
}

/** Asks whose an event is: type, choose one of the records found. */
export function AssignEvents({ event, onClose }: AssignEventsProps) {
  const t = useT();
  const format = useFormat();
  const { who } = event;
  const [text, setText] = useState(who['personName'] ?? who['company'] ?? '');
  const [alike, setAlike] = useState(true);
  const found = useOperationQuery(
    searchContract.find,
    { text, limit: 12 },
    { enabled: text.trim() !== '', keepPrevious: true },
  );
  const assign = useOperationCommand(behaviourContract.assign, {
    undoLabel: ({ assigned }) => t('behaviour.unmatched.assigned', { count: assigned }),
    onSuccess: onClose,
  });
  const hits = text.trim() === '' ? [] : (found.data?.hits ?? []);
  return (
    <Dialog open title={t('behaviour.unmatched.assignTitle')} onClose={onClose}>
      <p className={styles.quiet}>
        {t('behaviour.unmatched.who')}: {format.list(Object.values(who)) || '–'}
      </p>
      <Field label={t('behaviour.unmatched.assignFind')}>
        {(control) => <TextInput {...control} value={text} onChange={setText} />}
      </Field>
      <Checkbox checked={alike} onChange={setAlike}>
        {t('behaviour.unmatched.alike')}
      </Checkbox>
      <ul className={styles.hits} aria-label={t('behaviour.unmatched.found')}>
        {hits.map(({ entity, id, title, subtitle }) => (
          <li key={`${entity} ${id}`}>
            <Button
              tone="quiet"
              disabled={assign.pending}
              onClick={() => void assign.run({ ids: [event.id], to: { entity, id }, alike })}
            >
              {title}
              <span className={styles.quiet}>{format.list([t(`app.entity.${entity}`), subtitle].filter(Boolean))}</span>
            </Button>
          </li>
        ))}
        {hits.length === 0 && text.trim() !== '' && found.data ? (
          <li className={styles.quiet}>{t('behaviour.unmatched.notFound')}</li>
        ) : null}
      </ul>
    </Dialog>
  );
}

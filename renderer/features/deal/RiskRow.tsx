import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { riskContract } from '#shared/contract/automation.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import styles from './RiskCard.module.css';

type Risk = OutputOf<typeof riskContract.ofDeal>[number];

/** One warning: what, from where and since when; cleared with a word why. */
export function RiskRow({ risk }: { readonly risk: Risk }) {
  const t = useT();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState('');
  const clear = useOperationCommand(riskContract.clear, {
    undoLabel: () => t('risks.clear.done'),
    onSuccess: () => setWriting(false),
  });
  const { cleared } = risk;
  const raised = format.list(
    [
      risk.rule ? t('risks.row.byRule', { rule: risk.rule.name }) : risk.raisedByName,
      format.instantDay(risk.raisedAt),
    ].filter((part) => part !== ''),
  );
  return (
    <li className={classNames(styles.row, cleared && styles.cleared)}>
      <span className={styles.mark}>
        <Icon of={cleared ? CircleCheck : TriangleAlert} size={14} />
      </span>
      <span className={styles.words}>
        <span>{risk.text}</span>
        <small>
          {raised}
          {cleared
            ? t('risks.row.cleared', {
                when: format.instantDay(cleared.at),
                who: cleared.byName,
                note: cleared.note,
              })
            : null}
        </small>
      </span>
      {cleared ? null : writing ? (
        <form
          className={styles.note}
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim() !== '') void clear.run({ id: risk.id, note });
          }}
        >
          <TextInput
            size="small"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to write it
            autoFocus
            value={note}
            maxLength={200}
            aria-label={t('risks.clear.note')}
            placeholder={t('risks.clear.note')}
            onChange={setNote}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setWriting(false);
            }}
          />
          <Button type="submit" size="small" tone="primary" busy={clear.pending} disabled={note.trim() === ''}>
            {t('risks.clear.button')}
          </Button>
        </form>
      ) : (
        <Button
          size="small"
          tone="quiet"
          aria-label={t('risks.clear.this', { risk: risk.text })}
          onClick={() => setWriting(true)}
        >
          {t('risks.clear.button')}
        </Button>
      )}
    </li>
  );
}

import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import type { RecordPartProps } from '#renderer/platform/parts.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { pipelineContract, type SignOffRow } from '#shared/contract/pipeline.contract.ts';
import styles from './SignOffCard.module.css';

/** 待我签核: what colleagues wait for; nothing is shown to somebody whom nobody has asked. */
export function SignOffCard({ id }: RecordPartProps) {
  const t = useT();
  const { data } = useOperationQuery(pipelineContract.signOffsWaiting, { memberId: id, limit: 20 });
  if (!data || data.total === 0) return null;
  return (
    <Card title={t('pipeline.sign.waiting')} sub={data.total} flush>
      <ul className={styles.rows}>
        {data.rows.map((row) => (
          <WaitingRow key={row.taskId} row={row} />
        ))}
      </ul>
    </Card>
  );
}

function WaitingRow({ row }: { readonly row: SignOffRow }) {
  const t = useT();
  const format = useFormat();
  const [note, setNote] = useState<string | null>(null);
  const sign = useOperationCommand(pipelineContract.giveEvidence, {
    undoLabel: () => t('pipeline.sign.signed', { name: row.opportunity.name }),
  });
  const about = [row.account?.name ?? '', row.stageName, t('pipeline.sign.by', { name: row.askedBy })];
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to={paths.deal(row.opportunity.id)}>{row.opportunity.name}</Link>
        <span className={styles.criterion}>{row.criterionText}</span>
        <span className={styles.about}>{format.list(about.filter((part) => part !== ''))}</span>
        {row.note === '' ? null : <span className={styles.about}>{row.note}</span>}
      </div>
      <Amount minor={row.amountMinor} currency={row.currency} />
      {note === null ? (
        <Button size="small" onClick={() => setNote(t('pipeline.sign.agreed'))}>
          {t('pipeline.sign.sign')}
        </Button>
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim() === '') return;
            void sign.run({ opportunityId: row.opportunity.id, criterionId: row.criterionId, note });
          }}
        >
          <TextInput
            size="small"
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to sign
            autoFocus
            value={note}
            maxLength={200}
            aria-label={t('pipeline.sign.noteOf', { criterion: row.criterionText })}
            placeholder={t('pipeline.gate.placeholder_signOff')}
            onChange={setNote}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setNote(null);
            }}
          />
          <Button type="submit" size="small" tone="primary" busy={sign.pending} disabled={note.trim() === ''}>
            {t('pipeline.sign.sign')}
          </Button>
        </form>
      )}
    </li>
  );
}

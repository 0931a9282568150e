import { Check } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { type GateItem, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { CriterionAction } from './CriterionAction.tsx';
import styles from './CriteriaCard.module.css';

interface CriterionRowProps {
  readonly item: GateItem;
  readonly dealId: string;
  /** Where the deal goes next: the dialog of that move meets what no note can. */
  readonly nextStageId: string | null;
}

/** One criterion with its proof, or with the way to give it. */
export function CriterionRow({ item, dealId, nextStageId }: CriterionRowProps) {
  const t = useT();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const byHand = item.kind === 'evidence' || item.kind === 'signOff' || item.kind === 'deliverable';
  return (
    <li className={styles.row}>
      <span className={classNames(styles.box, item.met && styles.met)} aria-hidden>
        {item.met ? <Icon of={Check} size={12} /> : null}
      </span>
      <span className={styles.text}>
        {item.text}
        {item.enforcement === 'block' && !item.met ? <Tag tone="warning">{t('deal.criteria.blocks')}</Tag> : null}
      </span>
      {writing ? (
        <ProofForm item={item} dealId={dealId} onClose={() => setWriting(false)} />
      ) : (
        <>
          <span className={classNames(styles.evidence, !item.met && styles.open)}>
            {item.evidence
              ? format.list([item.evidence.note, format.instantDay(item.evidence.at), item.evidence.byName])
              : t(item.met ? 'deal.criteria.fromData' : byHand ? 'deal.criteria.missing' : 'deal.criteria.notYet')}
          </span>
          <CriterionAction
            item={item}
            dealId={dealId}
            nextStageId={nextStageId}
            byHand={byHand}
            onWrite={() => setWriting(true)}
          />
        </>
      )}
    </li>
  );
}

interface ProofFormProps {
  readonly item: GateItem;
  readonly dealId: string;
  readonly onClose: () => void;
}

function ProofForm({ item, dealId, onClose }: ProofFormProps) {
  const t = useT();
  const [note, setNote] = useState('');
  const give = useOperationCommand(pipelineContract.giveEvidence, {
    undoLabel: () => t('deal.criteria.proven'),
    onSuccess: onClose,
  });
  return (
    <form
      className={styles.proof}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== '') void give.run({ opportunityId: dealId, criterionId: item.criterionId, note });
      }}
    >
      <TextInput
        size="small"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person asked to write it
        autoFocus
        value={note}
        maxLength={200}
        aria-label={t('deal.criteria.proof')}
        placeholder={t('deal.criteria.proofHint')}
        onChange={setNote}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      />
      <Button type="submit" size="small" tone="primary" busy={give.pending} disabled={note.trim() === ''}>
        {t('app.action.save')}
      </Button>
    </form>
  );
}

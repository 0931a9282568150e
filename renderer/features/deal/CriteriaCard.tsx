import { Check } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { type GateItem, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import styles from './CriteriaCard.module.css';

/** 晋级标准: what must be true to leave the stage, each with its proof; a tick without proof does not exist. */
export function CriteriaCard({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const { criteria, process, nextStageId, card } = page;
  if (criteria.length === 0) return null;
  const next = process.stages.find((stage) => stage.id === nextStageId);
  const met = criteria.filter((item) => item.met).length;
  return (
    <Card
      title={t('deal.criteria.title')}
      sub={next ? t('deal.criteria.to', { stage: next.name }) : null}
      more={<b>{`${met}/${criteria.length}`}</b>}
      flush
    >
      <ul className={styles.rows}>
        {criteria.map((item) => (
          <Criterion key={item.criterionId} item={item} dealId={card.id} />
        ))}
      </ul>
    </Card>
  );
}

function Criterion({ item, dealId }: { readonly item: GateItem; readonly dealId: string }) {
  const t = useT();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const [note, setNote] = useState('');
  const give = useOperationCommand(pipelineContract.giveEvidence, {
    undoLabel: () => t('deal.criteria.proven'),
    onSuccess: () => setWriting(false),
  });
  const withdraw = useOperationCommand(pipelineContract.withdrawEvidence, {
    undoLabel: () => t('deal.criteria.withdrawn'),
  });
  const byHand = item.kind === 'evidence' || item.kind === 'signOff';
  const save = () => {
    if (note.trim() !== '') void give.run({ opportunityId: dealId, criterionId: item.criterionId, note });
  };
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
        <form
          className={styles.proof}
          onSubmit={(event) => {
            event.preventDefault();
            save();
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
              if (event.key === 'Escape') setWriting(false);
            }}
          />
          <Button type="submit" size="small" tone="primary" busy={give.pending} disabled={note.trim() === ''}>
            {t('app.action.save')}
          </Button>
        </form>
      ) : (
        <>
          <span className={classNames(styles.evidence, !item.met && styles.open)}>
            {item.evidence
              ? format.list([item.evidence.note, format.instantDay(item.evidence.at), item.evidence.byName])
              : t(item.met ? 'deal.criteria.fromData' : byHand ? 'deal.criteria.missing' : 'deal.criteria.notYet')}
          </span>
          {byHand ? (
            <span className={classNames(styles.act, item.met && styles.rare)}>
              <Button
                tone="quiet"
                size="small"
                onClick={() =>
                  item.met
                    ? void withdraw.run({ opportunityId: dealId, criterionId: item.criterionId })
                    : setWriting(true)
                }
              >
                {t(item.met ? 'deal.criteria.withdraw' : 'deal.criteria.give')}
              </Button>
            </span>
          ) : null}
        </>
      )}
    </li>
  );
}

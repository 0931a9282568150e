import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { AttachFiles } from '#renderer/ui/AttachFiles.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { DealCard, GateItem } from '#shared/contract/pipeline.contract.ts';
import { ActivityProof } from './ActivityProof.tsx';
import { AnswersProof } from './AnswersProof.tsx';
import styles from './GateDialog.module.css';
import { type GateEntry, proofOf } from './gateEntries.ts';
import { GateField } from './GateField.tsx';
import { JudgementsProof } from './JudgementsProof.tsx';
import { RoleProof } from './RoleProof.tsx';
import { SignOffProof } from './SignOffProof.tsx';

interface GateProofControlProps {
  readonly item: GateItem;
  readonly first: boolean;
  readonly deal: DealCard;
  readonly entry: GateEntry | undefined;
  readonly onEntry: (entry: GateEntry | undefined) => void;
}

/** The control that meets a criterion of this kind where it stands. */
export function GateProofControl({ item, first, deal, entry, onEntry }: GateProofControlProps) {
  const t = useT();
  const label = t('pipeline.gate.proofOf', { criterion: item.text });
  const note = entry?.type === 'note' ? entry.text : '';
  const value = entry?.type === 'field' ? entry.value : null;
  switch (proofOf(item)) {
    case 'note':
      return (
        <>
          <TextInput
            value={note}
            onChange={(text) => onEntry({ type: 'note', text })}
            maxLength={200}
            aria-label={label}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for this
            autoFocus={first}
            placeholder={t(`pipeline.gate.placeholder_${item.kind === 'deliverable' ? 'deliverable' : 'evidence'}`)}
          />
          {item.kind === 'deliverable' ? (
            <AttachFiles
              target={{ entity: 'criterion', opportunityId: deal.id, criterionId: item.criterionId }}
              wanted={item.text}
            />
          ) : null}
        </>
      );
    case 'field':
      return (
        <GateField
          field={item.field ?? ''}
          currency={deal.currency}
          value={value}
          onChange={(next) => onEntry({ type: 'field', value: next })}
          label={label}
        />
      );
    case 'task':
      return (
        <Checkbox
          checked={entry?.type === 'done'}
          onChange={(checked) => onEntry(checked ? { type: 'done' } : undefined)}
        >
          {t('pipeline.gate.taskDone', { task: item.needs.task?.title ?? item.text })}
        </Checkbox>
      );
    case 'role':
      return <RoleProof item={item} dealId={deal.id} onEntry={onEntry} />;
    case 'answers':
      return <AnswersProof item={item} dealId={deal.id} entry={entry} onEntry={onEntry} />;
    case 'judgements':
      return <JudgementsProof item={item} dealId={deal.id} entry={entry} onEntry={onEntry} />;
    case 'activity':
      return <ActivityProof item={item} deal={deal} />;
    case 'sign':
      return <SignOffProof item={item} dealId={deal.id} note={note} label={label} onEntry={onEntry} />;
    case 'elsewhere':
      break;
  }
  return (
    <Link className={styles.link} to={paths.deal(deal.id)}>
      {t('pipeline.gate.openDeal')}
    </Link>
  );
}

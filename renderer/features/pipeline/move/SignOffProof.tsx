import { UserRoundPen } from 'lucide-react';
import { useFormat } from '#renderer/platform/format.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { type GateItem, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { settingsContract } from '#shared/contract/settings.contract.ts';
import { maySign } from '#shared/domain/pipeline/signRole.ts';
import styles from './GateDialog.module.css';
import type { GateEntry } from './gateEntries.ts';

interface SignOffProofProps {
  readonly item: GateItem;
  readonly dealId: string;
  readonly note: string;
  readonly label: string;
  readonly onEntry: (entry: GateEntry) => void;
}

/** Whoever may sign signs here; everybody else sees who may and asks them. */
export function SignOffProof({ item, dealId, note, label, onEntry }: SignOffProofProps) {
  const t = useT();
  const format = useFormat();
  const me = useWorkspace()?.me ?? null;
  const wanted = item.needs.signRole ?? 'manager';
  const mine = maySign(me?.role ?? '', wanted);
  const members = useOperationQuery(settingsContract.members, {}, { enabled: !mine });
  const ask = useOperationCommand(pipelineContract.askSignOff, {
    undoLabel: ({ asked, isNew }) =>
      t(isNew ? 'pipeline.sign.asked' : 'pipeline.sign.askedBefore', { name: asked.name }),
  });
  if (mine) {
    return (
      <div className={styles.beside}>
        <TextInput
          value={note}
          maxLength={200}
          aria-label={label}
          placeholder={t('pipeline.gate.placeholder_signOff')}
          onChange={(text) => onEntry({ type: 'note', text })}
        />
        <Button
          size="small"
          icon={UserRoundPen}
          disabled={note.trim() !== ''}
          onClick={() => onEntry({ type: 'note', text: t('pipeline.sign.agreed') })}
        >
          {t('pipeline.sign.sign')}
        </Button>
      </div>
    );
  }
  const signers = (members.data ?? []).filter(({ active, role }) => active && maySign(role, wanted));
  return (
    <div className={styles.beside}>
      <Button
        size="small"
        icon={UserRoundPen}
        busy={ask.pending}
        disabled={signers.length === 0}
        onClick={() =>
          void ask.run({
            opportunityId: dealId,
            criterionId: item.criterionId,
            title: t('pipeline.sign.task', { criterion: item.text }).slice(0, 200),
          })
        }
      >
        {t('pipeline.sign.ask')}
      </Button>
      <span className={styles.hint}>
        {signers.length === 0
          ? t('pipeline.sign.nobody')
          : t('pipeline.sign.who', { names: format.list(signers.slice(0, 4).map(({ name }) => name)) })}
      </span>
    </div>
  );
}

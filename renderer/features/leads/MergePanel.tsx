import { useState } from 'react';
import { useCommands } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand, useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { duplicateContract } from '#shared/contract/duplicate.contract.ts';
import type { DuplicateEntity } from '#shared/domain/leads/duplicateKeys.ts';
import { type MergeChoice, proposeChoice } from '#shared/domain/leads/mergeFields.ts';
import styles from './DuplicatesScreen.module.css';
import { MergeTable } from './MergeTable.tsx';
import type { DuplicatePair } from './PairList.tsx';

interface MergePanelProps {
  readonly entity: DuplicateEntity;
  readonly pair: DuplicatePair;
}

/** Two records side by side: which one stays, and whose value per field. */
export function MergePanel({ entity, pair }: MergePanelProps) {
  const t = useT();
  const { oneId, otherId } = pair;
  const compared = useOperationQuery(duplicateContract.compare, { entity, oneId, otherId });
  const [swapped, setSwapped] = useState(false);
  const [chosen, setChosen] = useState<Readonly<Record<string, MergeChoice>>>({});
  const merge = useOperationCommand(duplicateContract.merge, {
    undoLabel: ({ moved }) => t('leads.merge.done', { count: moved }),
  });
  const dismiss = useOperationCommand(duplicateContract.dismiss, { undoLabel: () => t('leads.merge.dismissed') });
  const winner = swapped ? compared.data?.other : compared.data?.one;
  const loser = swapped ? compared.data?.one : compared.data?.other;
  const choiceOf = (field: string): MergeChoice =>
    chosen[field] ?? proposeChoice(winner?.fields[field], loser?.fields[field]);
  const doMerge = () => {
    if (!winner || !loser || !compared.data || merge.pending) return;
    const choices = Object.fromEntries(compared.data.fields.map((field) => [field, choiceOf(field)]));
    void merge.run({ entity, winnerId: winner.id, loserId: loser.id, choices });
  };
  const doDismiss = () => void dismiss.run({ entity, oneId, otherId });
  const swap = () => {
    setSwapped(!swapped);
    setChosen({});
  };
  useCommands([
    { id: 'duplicates.merge', titleKey: 'leads.merge.button', group: 'view', keys: 'm', run: doMerge },
    { id: 'duplicates.dismiss', titleKey: 'leads.merge.dismiss', group: 'view', keys: 'x', run: doDismiss },
    { id: 'duplicates.swap', titleKey: 'leads.merge.swap', group: 'view', keys: 's', run: swap },
  ]);
  if (compared.error) {
    return <ErrorState failure={compared.error.failure} onRetry={() => void compared.refetch()} />;
  }
  if (!winner || !loser || !compared.data) return <Skeleton rows={8} />;
  return (
    <Card
      title={t('leads.merge.title')}
      sub={t('leads.merge.hint')}
      more={
        <span className={styles.actions}>
          <Button size="small" tone="quiet" onClick={swap}>
            {t('leads.merge.swap')}
          </Button>
          <Button size="small" busy={dismiss.pending} onClick={doDismiss}>
            {t('leads.merge.dismiss')}
          </Button>
          <Button size="small" tone="primary" keys="m" busy={merge.pending} onClick={doMerge}>
            {t('leads.merge.button')}
          </Button>
        </span>
      }
      flush
    >
      <MergeTable
        entity={entity}
        winner={winner}
        loser={loser}
        fields={compared.data.fields}
        choiceOf={choiceOf}
        onChoose={(field, choice) => setChosen({ ...chosen, [field]: choice })}
      />
    </Card>
  );
}

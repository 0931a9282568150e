import { runCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { useWorkspace } from '#renderer/platform/workspace.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classNames } from '#renderer/ui/classNames.ts';
import { type GateItem, pipelineContract } from '#shared/contract/pipeline.contract.ts';
import { maySign } from '#shared/domain/pipeline/signRole.ts';
import styles from './CriteriaCard.module.css';

interface CriterionActionProps {
  readonly item: GateItem;
  readonly dealId: string;
  readonly nextStageId: string | null;
  readonly byHand: boolean;
  readonly onWrite: () => void;
}

/** What can be done about a criterion: prove it, take the proof back, sign or ask for it, meet it in the gate dialog. */
export function CriterionAction({ item, dealId, nextStageId, byHand, onWrite }: CriterionActionProps) {
  const t = useT();
  const me = useWorkspace()?.me ?? null;
  const mine = item.needs.signRole === null || maySign(me?.role ?? '', item.needs.signRole);
  const withdraw = useOperationCommand(pipelineContract.withdrawEvidence, {
    undoLabel: () => t('deal.criteria.withdrawn'),
  });
  const ask = useOperationCommand(pipelineContract.askSignOff, {
    undoLabel: ({ asked, isNew }) =>
      t(isNew ? 'pipeline.sign.asked' : 'pipeline.sign.askedBefore', { name: asked.name }),
  });
  const key = { opportunityId: dealId, criterionId: item.criterionId };
  if (item.met && item.evidence !== null && byHand && mine) {
    return (
      <span className={classNames(styles.act, styles.rare)}>
        <Button tone="quiet" size="small" onClick={() => void withdraw.run(key)}>
          {t('deal.criteria.withdraw')}
        </Button>
      </span>
    );
  }
  if (item.met) return null;
  const act = (label: string, onClick: () => void) => (
    <span className={styles.act}>
      <Button tone="quiet" size="small" busy={ask.pending} onClick={onClick}>
        {label}
      </Button>
    </span>
  );
  if (byHand && mine) return act(t(item.kind === 'signOff' ? 'pipeline.sign.sign' : 'deal.criteria.give'), onWrite);
  if (item.kind === 'signOff') {
    return act(
      t('pipeline.sign.ask'),
      () => void ask.run({ ...key, title: t('pipeline.sign.task', { criterion: item.text }).slice(0, 200) }),
    );
  }
  if (item.kind === 'activityWithin') {
    return act(t('deal.criteria.log'), () =>
      runCommand('activity.log', { opportunityId: dealId, kind: item.needs.kinds[0] }),
    );
  }
  if (nextStageId === null) return null;
  return act(t('deal.criteria.meet'), () => runCommand('pipeline.moveDeal', { dealId, toStageId: nextStageId }));
}

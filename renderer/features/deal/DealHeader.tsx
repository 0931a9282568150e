import { Ellipsis, Pause, Play, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { runCommand, useHasCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationCommand } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { InlineEdit } from '#renderer/ui/InlineEdit.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { StallTag } from '#renderer/ui/StallTag.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { opportunityContract, type OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { pipelineContract, type Stage } from '#shared/contract/pipeline.contract.ts';
import { isOpenStage } from '#shared/domain/pipeline/stages.ts';
import styles from './DealHeader.module.css';
import { RiskChip } from './RiskChip.tsx';
import { RiskDialog } from './RiskDialog.tsx';
import { useSaveField } from './useDeal.ts';

/** The deal's name, how it stands, and the moves that a person makes from here. */
export function DealHeader({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const { card, fields } = page;
  const save = useSaveField(page);
  const canMove = useHasCommand('pipeline.moveDeal');
  const next = page.process.stages.find((stage) => stage.id === page.nextStageId);
  const openCriteria = page.criteria.filter((item) => !item.met).length;
  const pause = useOperationCommand(pipelineContract.pause, { undoLabel: () => t('deal.pause.done') });
  const remove = useOperationCommand(opportunityContract.remove, {
    undoLabel: () => t('deal.remove.done', { name: card.name }),
    onSuccess: () => go(paths.pipeline()),
  });
  const [raising, setRaising] = useState(false);
  const paused = card.status === 'paused';
  const closed = card.status === 'won' || card.status === 'lost' || card.status === 'noDecision';
  const move = (toStageId?: string) => runCommand('pipeline.moveDeal', { dealId: card.id, toStageId });
  return (
    <div className={styles.header}>
      <h1 className={styles.title}>
        <InlineEdit
          plain
          kind="text"
          required
          label={t('fields.opportunity.name')}
          value={fields.name}
          onSave={save('name')}
        />
      </h1>
      {card.daysOver === null || closed ? null : <StallTag daysOver={card.daysOver} stall={card.stall} />}
      <RiskChip dealId={card.id} />
      {card.status === 'open' ? null : (
        <Tag tone={card.status === 'won' ? 'positive' : 'plain'}>{t(`deal.status.${card.status}`)}</Tag>
      )}
      <span className={styles.actions}>
        {canMove && next ? (
          <Button onClick={() => move(next.id)}>
            {t('deal.move.to', { stage: next.name })}
            {openCriteria > 0 ? <Tag tone="warning">{t('deal.move.missing', { count: openCriteria })}</Tag> : null}
          </Button>
        ) : null}
        <Menu
          align="end"
          items={[
            ...(canMove
              ? page.process.stages
                  .filter((stage) => stage.id !== card.stageId)
                  .map((stage) => ({
                    key: stage.id,
                    label: t(moveKey(page, stage), { stage: stage.name }),
                    onSelect: () => void move(stage.id),
                  }))
              : []),
            '-',
            {
              key: 'risk',
              icon: TriangleAlert,
              label: t('risks.raise.button'),
              disabled: closed,
              onSelect: () => setRaising(true),
            },
            {
              key: 'pause',
              icon: paused ? Play : Pause,
              label: t(paused ? 'deal.pause.resume' : 'deal.pause.pause'),
              disabled: closed,
              onSelect: () => void pause.run({ opportunityId: card.id, paused: !paused }),
            },
            {
              key: 'remove',
              icon: Trash2,
              label: t('app.action.delete'),
              danger: true,
              onSelect: () => void remove.run({ ids: [card.id] }),
            },
          ]}
        >
          <IconButton outlined icon={Ellipsis} label={t('app.action.more')} />
        </Menu>
      </span>
      {raising ? <RiskDialog dealId={card.id} onClose={() => setRaising(false)} /> : null}
    </div>
  );
}

/** What going to a stage is called from where the deal stands. */
function moveKey({ card, process }: OpportunityPage, to: Stage) {
  const from = process.stages.find(({ id }) => id === card.stageId);
  if (!isOpenStage(to)) return 'deal.move.end';
  if (from && !isOpenStage(from)) return 'deal.move.reopen';
  return from && to.position < from.position ? 'deal.move.back' : 'deal.move.to';
}

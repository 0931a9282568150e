import { CircleAlert } from 'lucide-react';
import { runCommand, useHasCommand } from '#renderer/platform/commands.ts';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import { qualificationContract } from '#shared/contract/qualification.contract.ts';
import styles from './DecisiveNoBanner.module.css';

/** Says that a decisive question was answered with no, and offers to park or to close; nothing happens by itself. */
export function DecisiveNoBanner({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const { card } = page;
  const running = card.status === 'open' || card.status === 'paused';
  const canMove = useHasCommand('pipeline.moveDeal');
  const { data } = useOperationQuery(qualificationContract.ofDeal, { opportunityId: card.id }, { enabled: running });
  const denied = data?.questions.filter(({ id }) => data.decisiveNos.includes(id)) ?? [];
  const lost = page.process.stages.find(({ stageClass }) => stageClass === 'lost');
  const [first] = denied;
  if (!running || !first) return null;
  const reason = [first.text, first.answer?.evidence ?? '']
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 500);
  return (
    <div className={styles.banner} role="status">
      <Icon of={CircleAlert} />
      <p className={styles.words}>
        <b>{t('deal.qualification.denied')}</b> {first.text}
        {first.answer?.evidence ? <span className={styles.why}>{first.answer.evidence}</span> : null}
      </p>
      {canMove ? (
        <span className={styles.actions}>
          {card.status === 'open' ? (
            <Button
              size="small"
              onClick={() => runCommand('pipeline.pauseDeal', { dealId: card.id, name: card.name, reason })}
            >
              {t('deal.qualification.park')}
            </Button>
          ) : null}
          {lost ? (
            <Button
              size="small"
              onClick={() =>
                runCommand('pipeline.moveDeal', {
                  dealId: card.id,
                  toStageId: lost.id,
                  closing: { outcome: 'noDecision', reason: 'notQualified', note: reason },
                })
              }
            >
              {t('deal.qualification.close')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}

import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import type { OpportunityPage } from '#shared/contract/opportunity.contract.ts';
import styles from './CriteriaCard.module.css';
import { CriterionRow } from './CriterionRow.tsx';

/**
 * 晋级标准: what must be true to leave the stage and to come into the next one, each with its proof; a tick without proof
 * does not exist.
 */
export function CriteriaCard({ page }: { readonly page: OpportunityPage }) {
  const t = useT();
  const { criteria, process, nextStageId, card } = page;
  if (criteria.length === 0) return null;
  const next = process.stages.find((stage) => stage.id === nextStageId);
  const met = criteria.filter((item) => item.met).length;
  const entry = criteria.filter(({ gate }) => gate === 'entry');
  return (
    <Card
      title={t('deal.criteria.title')}
      sub={next ? t('deal.criteria.to', { stage: next.name }) : null}
      more={<b>{`${met}/${criteria.length}`}</b>}
      flush
    >
      <ul className={styles.rows}>
        {criteria
          .filter(({ gate }) => gate === 'exit')
          .map((item) => (
            <CriterionRow key={item.criterionId} item={item} dealId={card.id} nextStageId={nextStageId} />
          ))}
      </ul>
      {entry.length === 0 ? null : (
        <>
          <h3 className={styles.gate}>{t('deal.criteria.entering', { stage: next?.name ?? '' })}</h3>
          <ul className={styles.rows}>
            {entry.map((item) => (
              <CriterionRow key={item.criterionId} item={item} dealId={card.id} nextStageId={nextStageId} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { riskContract } from '#shared/contract/automation.contract.ts';
import styles from './RiskCard.module.css';
import { RiskDialog } from './RiskDialog.tsx';
import { RiskRow } from './RiskRow.tsx';

/** The warnings on a deal, those of rules and those of people; cleared ones stay readable. Nothing while there is none. */
export function RiskCard({ dealId }: { readonly dealId: string }) {
  const t = useT();
  const risks = useOperationQuery(riskContract.ofDeal, { opportunityId: dealId });
  const [raising, setRaising] = useState(false);
  const [past, setPast] = useState(false);
  if (!risks.data || risks.data.length === 0) return null;
  const open = risks.data.filter(({ cleared }) => cleared === null);
  const cleared = risks.data.filter((risk) => risk.cleared !== null);
  return (
    <Card
      title={t('risks.card.title')}
      sub={open.length === 0 ? t('risks.card.none') : undefined}
      more={
        <Button size="small" tone="quiet" icon={Plus} onClick={() => setRaising(true)}>
          {t('risks.raise.button')}
        </Button>
      }
      flush
    >
      <ul className={styles.rows}>
        {open.map((risk) => (
          <RiskRow key={risk.id} risk={risk} />
        ))}
        {past ? cleared.map((risk) => <RiskRow key={risk.id} risk={risk} />) : null}
      </ul>
      {cleared.length > 0 ? (
        <div className={styles.foot}>
          <Button size="small" tone="quiet" aria-expanded={past} onClick={() => setPast(!past)}>
            {t(past ? 'risks.card.hide' : 'risks.card.show', { count: cleared.length })}
          </Button>
        </div>
      ) : null}
      {raising ? <RiskDialog dealId={dealId} onClose={() => setRaising(false)} /> : null}
    </Card>
  );
}

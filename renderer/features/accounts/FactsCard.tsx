import { useT } from '#renderer/platform/language.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Tag } from '#renderer/ui/Tag.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import { isTextKey } from '#shared/i18n/catalogues.ts';
import styles from './FactsCard.module.css';

type Facts = OutputOf<typeof accountContract.page>['facts'];

/** Sourced statements about the account, each with where it is from and when. */
export function FactsCard({ facts }: { readonly facts: Facts }) {
  const t = useT();
  if (facts.length === 0) return null;
  return (
    <Card title={t('accounts.facts.title')} sub={facts.length}>
      <ul className={styles.facts}>
        {facts.map((fact) => {
          const key = `accounts.factKind.${fact.kind}`;
          return (
            <li key={fact.id} className={styles.fact}>
              <Tag>{isTextKey(key) ? t(key) : fact.kind}</Tag>
              <span className={styles.what}>
                {fact.label} <b>{fact.value}</b>
              </span>
              <span className={styles.source}>
                {fact.source} <DateText day={fact.date} />
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

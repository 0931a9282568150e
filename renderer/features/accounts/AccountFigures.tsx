import type { ReactNode } from 'react';
import { useT } from '#renderer/platform/language.ts';
import { go } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { OpenFigure } from '#renderer/ui/OpenFigure.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import type { MoneySum } from '#shared/contract/primitives.ts';
import styles from './AccountFigures.module.css';

type Page = OutputOf<typeof accountContract.page>;

/** The figures of an account, each opening its deals: open, won, lost; when it was touched last; what comes next. */
export function AccountFigures({ page }: { readonly page: Page }) {
  const t = useT();
  return (
    <dl className={styles.figures}>
      {(['open', 'won', 'lost'] as const).map((status) => (
        <Figure key={status} name={t(`accounts.figure.${status}`)}>
          <Sums sums={page[status]} onOpen={() => go(paths.pipeline({ view: 'list', account: page.id, status }))} />
        </Figure>
      ))}
      <Figure name={t('accounts.list.lastTouch')}>
        <DateText at={page.lastTouchAt} />
      </Figure>
      <Figure name={t('accounts.figure.next')}>
        {page.next ? (
          <>
            {page.next.title} <DateText day={page.next.dueDate} as="relative" />
          </>
        ) : (
          t('app.light.none')
        )}
      </Figure>
    </dl>
  );
}

function Sums({ sums, onOpen }: { readonly sums: readonly MoneySum[]; readonly onOpen: () => void }) {
  const t = useT();
  const withDeals = sums.filter(({ count }) => count > 0);
  if (withDeals.length === 0) return <span className={styles.none}>{t('accounts.figure.none')}</span>;
  return (
    <OpenFigure strong onOpen={onOpen}>
      {withDeals.map(({ currency, amountMinor, count }) => (
        <span key={currency} className={styles.sum}>
          <Amount minor={amountMinor} currency={currency} /> {t('accounts.figure.count', { count })}
        </span>
      ))}
    </OpenFigure>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Card } from '#renderer/ui/Card.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { accountContract } from '#shared/contract/account.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import styles from './GroupCard.module.css';
import { groupRows } from './groupTree.ts';

/** 集团: every company of the group with the open money at it and below it. */
export function GroupCard({ page }: { readonly page: OutputOf<typeof accountContract.page> }) {
  const t = useT();
  const rows = groupRows(page.group);
  if (rows.length < 2) return null;
  return (
    <Card title={t('accounts.group.title')} sub={rows.length} more={t('accounts.group.sum')}>
      <ul className={styles.tree}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row} style={{ paddingInlineStart: row.depth * 16 }}>
            {row.id === page.id ? <b>{row.name}</b> : <Link to={paths.account(row.id)}>{row.name}</Link>}
            <Amount minor={row.sumMinor} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

import { useT } from '#renderer/platform/language.ts';
import { usePathParameter } from '#renderer/platform/navigation.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Link } from '#renderer/ui/Link.tsx';
import { PageBar } from '#renderer/ui/PageBar.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { leadContract } from '#shared/contract/lead.contract.ts';
import { mayAct } from '#shared/domain/leads/leadAction.ts';
import { ConvertForm } from './ConvertForm.tsx';
import styles from './ConvertLead.module.css';

/** Verify → convert on one screen: account, contact and deal side by side, each found or new. */
export function ConvertLeadScreen() {
  const t = useT();
  const id = usePathParameter('leadId');
  const { data, error, refetch } = useOperationQuery(leadContract.conversion, { id });
  const name = data ? data.fields.company || data.fields.personName : '';
  return (
    <>
      <PageBar
        title={t('leads.convert.page')}
        lead={
          <nav className={styles.crumbs} aria-label={t('leads.crumbs.label')}>
            <Link to={paths.leads()}>{t('leads.page.title')}</Link>
            {name === '' ? null : (
              <>
                <span aria-hidden>›</span>
                <Link to={paths.lead(id)}>{name}</Link>
              </>
            )}
            <span aria-hidden>›</span>
            <h1 className={styles.title}>{t('leads.convert.page')}</h1>
          </nav>
        }
      />
      <div className={styles.body}>
        {error ? (
          <ErrorState failure={error.failure} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton rows={8} />
        ) : mayAct(data.status, 'convert') ? (
          <ConvertForm key={id} id={id} proposal={data} />
        ) : (
          <EmptyState title={t('errors.wrongStatus.title')} detail={t('errors.wrongStatus.detail')}>
            <Link to={paths.lead(id)} className={styles.link}>
              {name}
            </Link>
          </EmptyState>
        )}
      </div>
    </>
  );
}

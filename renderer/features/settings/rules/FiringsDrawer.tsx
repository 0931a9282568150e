import { useT } from '#renderer/platform/language.ts';
import { paths } from '#renderer/platform/paths.ts';
import { useOperationQuery } from '#renderer/platform/queries.ts';
import { DateText } from '#renderer/ui/DateText.tsx';
import { Drawer } from '#renderer/ui/Drawer.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorState } from '#renderer/ui/ErrorState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import { automationContract, type ListedRule } from '#shared/contract/automation.contract.ts';

/** What a rule did lately; each row opens its deal. */
export function FiringsDrawer({ rule, onClose }: { readonly rule: ListedRule; readonly onClose: () => void }) {
  const t = useT();
  const firings = useOperationQuery(automationContract.firings, { ruleId: rule.id });
  return (
    <Drawer title={t('rules.list.firingsOf', { name: rule.name })} open onClose={onClose}>
      {firings.error ? (
        <ErrorState failure={firings.error.failure} onRetry={() => void firings.refetch()} />
      ) : firings.data ? (
        <Table
          caption={t('rules.list.firingsOf', { name: rule.name })}
          rows={firings.data}
          rowKey={({ id }) => id}
          rowTo={({ opportunity }) => paths.deal(opportunity.id)}
          whenEmpty={<EmptyState title={t('rules.list.noFirings')} />}
          columns={[
            { key: 'deal', title: t('rules.dryRun.deal'), cell: ({ opportunity }) => opportunity.name },
            { key: 'at', title: t('rules.list.firings'), width: 150, cell: ({ at }) => <DateText at={at} as="full" /> },
          ]}
        />
      ) : (
        <Skeleton rows={6} />
      )}
    </Drawer>
  );
}
